using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.Network;

/// <summary>Several vSwitches are one text, joined by commas without blanks.</summary>
/// <remarks>Source: service-config.md section 5, R5012; C37.</remarks>
public sealed class EAS4032VSwitchText : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4032", Severity.Error, "The vSwitch list has blanks or empty parts",
        "'cloud.networking.vswitch_id' is '{0}', with {1}. Write '{2}'.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/cloud/networking/vswitch_id"))
        {
            if (ConfigWalk.Text(node) is { } ids && (ids.Any(char.IsWhiteSpace) || ids.Split(',').Any(part => part.Length == 0)))
            {
                string right = string.Join(',', ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
                yield return Descriptor.At(text.At(pointer), ids.Shown(), ids.Any(char.IsWhiteSpace) ? "blanks" : "an empty part", right.Length == 0 ? "vsw-…" : right.Shown());
            }
        }
    }
}
