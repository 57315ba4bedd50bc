using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>In a group a service gets the GPUs it asks for, and none otherwise.</summary>
/// <remarks>Source: R3045, C20.</remarks>
public sealed class EAS3241GroupWithoutGpu : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3241", Severity.Error, "A GPU image without a GPU of the group",
        "service '{0}': image '{1}' needs a GPU, and Gpu is not set. Set Gpu=\"1\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        bool needsGpu = service.Image.Value is { } image && image.Chips.Contains(Catalogs.Chip.GPU) && !image.Chips.Contains(Catalogs.Chip.CPU);
        bool hasSlice = service.Spec.Item.Config is { } text && ConfigWalk.Find(text, "/metadata/gpu_memory").Any();
        if (needsGpu && !hasSlice && service.Spec.Resources is { ResourceGroup: { } group, Gpu: null or 0 })
        {
            yield return Descriptor.At(group.Location, service.Name.Shown(), service.Image.Value!.Name);
        }
    }
}
