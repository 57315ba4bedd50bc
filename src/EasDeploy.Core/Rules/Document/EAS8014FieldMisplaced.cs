using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.Document;

/// <summary>Some names are known to be wrong where they stand: the service would come up without what they say.</summary>
/// <remarks>Source: service-config.md R1031 (top level), R1034 (computing), R1041 (processor deployments), R6001 (autoscaler), section 2.</remarks>
public sealed class EAS8014FieldMisplaced : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS8014", Severity.Error, "A field stands where it means nothing",
        "'{0}' is never valid here. Write {1}.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        foreach (ConfigMember member in item.Config is { } text ? ConfigWalk.Members(text) : [])
        {
            string path = ConfigFields.Child(member.Section, member.Name);
            if (member.Field is null && MisplacedFields.RightPlace(path) is { } place)
            {
                yield return Descriptor.At(item.Config!.NameAt(member.Pointer), path, place);
            }
        }
    }
}
