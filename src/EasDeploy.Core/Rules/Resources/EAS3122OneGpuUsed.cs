using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>Image generators work on one GPU.</summary>
/// <remarks>Source: R3033.</remarks>
public sealed class EAS3122OneGpuUsed : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3122", Severity.Warning, "One of several GPUs is used",
        "service '{0}': image '{1}' uses one GPU, and {2} has {3}. Choose a type with one GPU, such as {4}, and more Replicas.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        string image = service.Spec.Environment.Image?.Value.Text ?? "";
        bool isGenerator = service.Family == ImageFamily.ComfyUI || image.Contains("stable-diffusion", StringComparison.OrdinalIgnoreCase) || image.Contains("sdwebui", StringComparison.OrdinalIgnoreCase);
        if (!isGenerator)
        {
            yield break;
        }

        foreach ((string where, int gpus) in GpuCounts.Of(service))
        {
            if (gpus > 1)
            {
                string offer = InstanceRanking.Pick(service.Catalog.InstanceTypes, [Catalogs.Chip.GPU])?.Name ?? "one with a single card";
                yield return Descriptor.At(service.InstanceTypes.IsEmpty ? service.Spec.Location : service.InstanceTypes[0].Name.Location, service.Name.Shown(), image.Shown(), where, gpus, offer);
                yield break;
            }
        }
    }
}
