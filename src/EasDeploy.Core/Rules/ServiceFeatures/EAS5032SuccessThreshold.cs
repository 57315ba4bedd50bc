using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>Startup and liveness checks succeed at the first success.</summary>
/// <remarks>Source: service-config.md R2052; Kubernetes.</remarks>
public sealed class EAS5032SuccessThreshold : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5032", Severity.Error, "A startup or liveness check must succeed once",
        "'{0}' is {1}. Write 1, or leave it out.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/containers/*/startup_check/success_threshold").Concat(ConfigWalk.Find(text, "/containers/*/liveness_check/success_threshold")))
        {
            if (ConfigWalk.Number(node) is > 1)
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'), node.ToJsonString());
            }
        }
    }
}
