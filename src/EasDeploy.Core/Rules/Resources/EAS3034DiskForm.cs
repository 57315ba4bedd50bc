using System.Globalization;
using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.Resources;

/// <summary>An extra disk is a number of GB, or a text with the unit.</summary>
/// <remarks>Source: service-config.md section 3, R3053.</remarks>
public sealed class EAS3034DiskForm : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3034", Severity.Error, "A disk size cannot be read",
        "'metadata.disk' is {0}. Write a number of GB such as 30, or a text such as \"30Gi\".");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/metadata/disk"))
        {
            string digits = ConfigWalk.Text(node) is { } size ? (size.EndsWith("Gi", StringComparison.Ordinal) ? size[..^2] : "") : node.ToJsonString();
            if (!uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out uint gigabytes) || gigabytes == 0)
            {
                yield return Descriptor.At(text.At(pointer), node.ToJsonString().Shown());
            }
        }
    }
}
