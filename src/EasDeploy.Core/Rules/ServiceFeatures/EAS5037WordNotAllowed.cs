using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>Some texts are one of a few words.</summary>
/// <remarks>Source: service-config.md section 3, R6033.</remarks>
public sealed class EAS5037WordNotAllowed : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5037", Severity.Error, "A word is not one of those allowed",
        "'{0}' is '{1}'. Write {2}.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        (string Pattern, string[] Words)[] fields =
        [
            ("/metadata/qos", ["", "BestEffort", "Guaranteed"]),
            ("/metadata/scheduling/spread/policy", ["host", "zone", "default"]),
            ("/scheduling/spread/policy", ["host", "zone", "default"]),
            ("/metadata/cuda", ["8.0", "9.0", "10.0", "10.1", "10.2", "11.0", "11.1", "11.2"]),
        ];
        foreach ((string pattern, string[] words) in fields)
        {
            foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, pattern))
            {
                if (ConfigWalk.Text(node) is { } word && !words.Contains(word, StringComparer.Ordinal))
                {
                    yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'), word.Shown(), "one of " + string.Join(", ", words.Where(one => one.Length > 0)));
                }
            }
        }
    }
}
