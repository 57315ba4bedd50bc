using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A git source is fetched over https.</summary>
/// <remarks>Source: service-config.md section 6, R4041.</remarks>
public sealed class EAS2035GitNotHttps : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2035", Severity.Error, "A git source is not https",
        "'{0}' is '{1}', and only https is fetched. Write 'https://host/team/repository.git'.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/storage/*/git/repo"))
        {
            if (ConfigWalk.Text(node) is { } repo && !repo.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'), repo.Shown());
            }
        }
    }
}
