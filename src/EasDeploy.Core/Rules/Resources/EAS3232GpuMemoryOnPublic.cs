using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>GPU slicing needs a dedicated group or a quota.</summary>
/// <remarks>Source: service-config.md section 3, R3047.</remarks>
public sealed class EAS3232GpuMemoryOnPublic : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3232", Severity.Error, "GPU slices exist only in a resource group",
        "'metadata.gpu_memory' asks for a slice of a GPU, and public instances give whole ones. Remove it, or name a group in 'metadata.resource'.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/metadata/gpu_memory"))
        {
            if (ConfigWalk.Number(node) is > 0 && !ConfigWalk.Find(text, "/metadata/resource").Any() && !ConfigWalk.Find(text, "/metadata/quota_id").Any())
            {
                yield return Descriptor.At(text.At(pointer));
            }
        }
    }
}
