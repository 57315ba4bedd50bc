using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>Containers of one instance share its network.</summary>
/// <remarks>Source: service-config.md R2012.</remarks>
public sealed class EAS2230ContainersSharePort : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2230", Severity.Error, "Two containers share a port",
        "'{0}' and '{1}' both listen on port {2}. Give each container a port of its own.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Item.Config is not { } text)
        {
            yield break;
        }

        Dictionary<double, string> seen = [];
        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/containers/*/port"))
        {
            if (ConfigWalk.Number(node) is { } port && !seen.TryAdd(port, pointer))
            {
                yield return Descriptor.At(text.At(pointer), seen[port][1..].Replace('/', '.'), pointer[1..].Replace('/', '.'), node.ToJsonString());
            }
        }
    }
}
