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
        "'{0}' belongs to '{1}', {2}. {3} it.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach (ConfigAlias alias in ConfigAliases.All.Where(alias => alias != ConfigAliases.Readiness))
        {
            foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, alias.From))
            {
                bool isDropped = node is not JsonObject && ConfigWalk.Find(text, alias.TargetOf(pointer)).Any();
                yield return Descriptor.At(
                    text.NameAt(pointer), Shown(alias.From), Shown(alias.To), isDropped ? "which is set too and counts" : "and is written there", isDropped ? "Remove" : "Move");
            }
        }
    }

    private static string Shown(string pointer) => pointer[1..].Replace("/*", "[]", StringComparison.Ordinal).Replace('/', '.');
}
