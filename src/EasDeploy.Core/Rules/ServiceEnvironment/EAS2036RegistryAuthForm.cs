using System.Text;
using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>The credentials of a private registry are one text: the Base64 form of <c>user:password</c>.</summary>
/// <remarks>Source: service-config.md section 2 (dockerAuth), R2008. The value is never shown.</remarks>
public sealed class EAS2036RegistryAuthForm : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2036", Severity.Error, "The registry credentials have the wrong form",
        "'{0}' is not the Base64 text of 'user:password', so the image cannot be pulled. Write what printf 'user:password' | base64 prints, or '{1}' to read it when the service is sent.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/dockerAuth").Concat(ConfigWalk.Find(text, "/credential/docker_auth")))
        {
            if (ConfigWalk.Text(node) is { } auth && !IsPlaceholder(auth) && !IsUserAndPassword(auth))
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'), VariableReference.Of("REGISTRY_AUTH"));
            }
        }
    }

    // Ours, or one that another tool fills in before the document is sent.
    private static bool IsPlaceholder(string text) => text.StartsWith("${", StringComparison.Ordinal) || text.StartsWith("$(", StringComparison.Ordinal)
        || text.StartsWith("{{", StringComparison.Ordinal);

    private static bool IsUserAndPassword(string base64)
    {
        byte[] decoded = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, decoded, out int length) && Encoding.UTF8.GetString(decoded, 0, length).IndexOf(':', StringComparison.Ordinal) > 0;
    }
}
