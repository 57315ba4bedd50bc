using System.Globalization;
using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.Resources;

/// <summary>A price limit is above 0 USD per hour; a capacity is a number of instances or a share.</summary>
/// <remarks>Source: service-config.md section 5, R3006.</remarks>
public sealed class EAS3031InstanceEntryNumbers : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3031", Severity.Error, "A price limit or capacity cannot be read",
        "'{0}' is {1}. Write {2}.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/cloud/computing/instances/*/spot_price_limit"))
        {
            if (ConfigWalk.Number(node) is <= 0)
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'), node.ToJsonString(), "a price above 0 USD per hour, such as 1.5, or leave it out");
            }
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/cloud/computing/instances/*/capacity"))
        {
            string digits = ConfigWalk.Text(node) is { } share && share.EndsWith('%') ? share[..^1] : node.ToJsonString();
            if (!uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'), node.ToJsonString().Shown(), "a number of instances such as 2, or a share such as \"20%\"");
            }
        }
    }
}
