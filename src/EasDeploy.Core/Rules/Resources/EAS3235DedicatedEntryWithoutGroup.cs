using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>The entry <c>dedicated_resource</c> stands for the group of the service, so there is one.</summary>
/// <remarks>Source: service-config.md section 5 (dedicated_resource), C19, R3002 (inferred). Rests beside a quota, which stands for machines of its own, and where EAS3202 speaks.</remarks>
public sealed class EAS3235DedicatedEntryWithoutGroup : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3235", Severity.Warning, "A dedicated entry without a resource group",
        "'{0}' is 'dedicated_resource', and no resource group is named for it. Set \"resource\" under 'metadata' to the id of a group, or remove the entry.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Item.Config is not { } text || service.Spec.Resources.InstanceTypes.IsEmpty)
        {
            yield break;
        }

        bool hasGroup = ConfigWalk.Find(text, "/metadata/resource").Concat(ConfigWalk.Find(text, "/metadata/quota_id")).Any();
        foreach ((string pointer, JsonNode node) in hasGroup ? [] : ConfigWalk.Find(text, "/cloud/computing/instances/*/type"))
        {
            if (ConfigWalk.Text(node) == ConfigLists.DedicatedResource)
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'));
            }
        }
    }
}
