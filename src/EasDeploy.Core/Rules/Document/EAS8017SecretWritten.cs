using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.Document;

/// <summary>A document is read by many; what is secret does not belong there.</summary>
/// <remarks>Source: service-config.md R1043.</remarks>
public sealed class EAS8017SecretWritten : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS8017", Severity.Warning, "A secret is written into the document",
        "'{0}' holds a secret in clear text. Remove it, or name an environment variable of the build in a project item.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        string[] places = ["/token", "/credential/token", "/dockerAuth", "/credential/docker_auth", "/storage/*/git/password"];
        foreach ((string pointer, JsonNode node) in places.SelectMany(place => ConfigWalk.Find(text, place)))
        {
            if (ConfigWalk.Text(node) is { Length: > 0 } secret && VariableReference.NameIn(secret) is null)
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'));
            }
        }
    }
}
