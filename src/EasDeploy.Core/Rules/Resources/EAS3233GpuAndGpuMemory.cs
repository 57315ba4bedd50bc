using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>A slice has no effect beside whole cards.</summary>
/// <remarks>Source: service-config.md section 3, R3046.</remarks>
public sealed class EAS3233GpuAndGpuMemory : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3233", Severity.Warning, "Whole GPUs and a slice are both asked for",
        "'metadata.gpu_memory' has no effect beside 'metadata.gpu' of 1 or more. Remove one of them.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/metadata/gpu_memory"))
        {
            if (ConfigWalk.Number(node) is > 0 && ConfigWalk.Find(text, "/metadata/gpu").Any(gpu => ConfigWalk.Number(gpu.Node) is >= 1))
            {
                yield return Descriptor.At(text.At(pointer));
            }
        }
    }
}
