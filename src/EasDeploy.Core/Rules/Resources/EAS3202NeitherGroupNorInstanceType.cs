using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>A service says where it runs.</summary>
/// <remarks>Source: R3001, R3003; deployment workflow, step 3.1. Rests beside a quota, whose size is not known here (EAS3033).</remarks>
public sealed class EAS3202NeitherGroupNorInstanceType : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3202", Severity.Error, "Neither instance type nor resource group is set",
        "service '{0}' names neither InstanceType nor ResourceGroup. Set InstanceType=\"{1}\", or ResourceGroup to the id or name of a dedicated group.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        bool hasQuota = service.Spec.Item.Config is { } document && ConfigWalk.Find(document, "/metadata/quota_id").Any();
        if (!hasQuota && !IsWrittenWrong(service.Spec.Item) && service.Spec.Resources is { ResourceGroup: null, InstanceTypes.IsEmpty: true, Need: null })
        {
            // In a document: at the section that is there and says nothing.
            SourceLocation place = service.Spec.Item.Config is { } text && text.Root["cloud"] is not null
                ? text.At("/cloud/computing")
                : service.Spec.Location;
            yield return Descriptor.At(place, service.Name.Shown(), service.FittingInstanceType ?? InstanceRanking.PreferredGpuType);
        }
    }

    /// <summary>A document tries to say it: under a known misspelling (EAS8014), with another JSON type (EAS8012), or in entries without a type (EAS3030).</summary>
    private static bool IsWrittenWrong(ServiceItem item) =>
        item.Config is { } text && ConfigWalk.Find(text, "/cloud/computing").Select(found => found.Node).OfType<JsonObject>().SingleOrDefault() is { } computing
        && ((computing["instances"] is JsonArray list ? list.Any(entry => !IsDedicated(entry)) : computing["instances"] is not null)
            || (computing["instance_type"] is { } type && ConfigWalk.Text(type) is null)
            || computing.Any(member => MisplacedFields.RightPlace("cloud.computing." + member.Key) is not null));

    // It stands for the group, which is what is missing.
    private static bool IsDedicated(JsonNode? entry) => entry is JsonObject members && ConfigWalk.Text(members["type"]) == ConfigLists.DedicatedResource;
}
