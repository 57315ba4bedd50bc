using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>An entry of env is a name and a text.</summary>
/// <remarks>Source: service-config.md R2030.</remarks>
public sealed class EAS2031VariableWithoutName : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2031", Severity.Error, "An environment variable has no name",
        "'{0}' has no 'name'. Add \"name\": \"NAME\" to it.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/containers/*/env/*"))
        {
            if (node is JsonObject entry && (entry["name"] is null || ConfigWalk.Text(entry["name"]) is { } name && string.IsNullOrWhiteSpace(name)))
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'));
            }
        }
    }
}
