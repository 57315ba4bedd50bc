using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.Document;

/// <summary>A second spelling of a field is understood, and written in the first one.</summary>
/// <remarks>Source: service-config.md section 1; R1006, R1032, R1033, R4032; C07, C08, C15, C24.</remarks>
public sealed class EAS8015FieldMoved : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS8015", Severity.Warning, "A field stands in its second place",
        "'{0}' belongs to '{1}', and is written there. Move it.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach (ConfigAlias alias in ConfigAliases.All)
        {
            foreach (string pointer in Written(text.Root, "", alias.From[1..].Split('/')))
            {
                yield return Descriptor.At(text.NameAt(pointer), Shown(alias.From), Shown(alias.To));
            }
        }
    }

    private static IEnumerable<string> Written(JsonNode? node, string pointer, ReadOnlyMemory<string> steps) => (node, steps.Length) switch
    {
        (not null, 0) => [pointer],
        (JsonObject members, _) => Written(members[steps.Span[0]], $"{pointer}/{ConfigText.Escape(steps.Span[0])}", steps[1..]),
        (JsonArray list, _) when steps.Span[0] == "*" => list.SelectMany((entry, i) => Written(entry, $"{pointer}/{i}", steps[1..])),
        _ => [],
    };

    private static string Shown(string pointer) => pointer[1..].Replace("/*", "[]", StringComparison.Ordinal).Replace('/', '.');
}
