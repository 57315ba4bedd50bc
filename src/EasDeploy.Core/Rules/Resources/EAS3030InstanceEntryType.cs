using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Resources;

/// <summary>An ordered list names every type once.</summary>
/// <remarks>Source: service-config.md section 5, R3005.</remarks>
public sealed class EAS3030InstanceEntryType : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3030", Severity.Error, "An entry of the type list has no type, or one again",
        "'{0}' {1}. Write one entry per instance type.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        if (item.Config is not { } text)
        {
            ItemValue? types = item.Find(PropertyCatalog.Metadata.InstanceType);
            foreach (string type in types is null ? [] : ServiceSpec.SplitList(types.Text))
            {
                if (!seen.Add(type))
                {
                    yield return Descriptor.At(types!.Location, PropertyCatalog.Metadata.InstanceType, $"names '{type.Shown()}' again");
                }
            }

            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/cloud/computing/instances/*"))
        {
            if (node is not JsonObject entry || entry.Any(member => MisplacedFields.RightPlace("cloud.computing.instances[]." + member.Key) is not null))
            {
                continue;
            }

            string? type = ConfigWalk.Text(entry["type"]);
            if (string.IsNullOrWhiteSpace(type) || !seen.Add(type))
            {
                string place = string.IsNullOrWhiteSpace(type) ? pointer : pointer + "/type";
                yield return Descriptor.At(
                    text.At(place), pointer[1..].Replace('/', '.'), string.IsNullOrWhiteSpace(type) ? "has no 'type'" : $"names '{type.Shown()}' again");
            }
        }
    }
}
