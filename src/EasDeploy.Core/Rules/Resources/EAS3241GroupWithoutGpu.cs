using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.Resources;

/// <summary>In a group a service gets the GPUs it asks for, as far as the group has any.</summary>
/// <remarks>Source: R3045, C20.</remarks>
public sealed class EAS3241GroupWithoutGpu : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3241", Severity.Error, "A GPU image without a GPU of the group",
        "service '{0}': image '{1}' needs a GPU, and {2}. Set {3}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (!NeedsGpu(service) || service.Spec.Resources.ResourceGroup is not { } group)
        {
            yield break;
        }

        if (service.ResourceGroup.Value is { Status: EAS3105ResourceGroupUnknown.Ready, GpuCount: 0 })
        {
            string offer = GroupOffer.For(service, withGpu: true) ?? "id of a group with GPUs";
            yield return Descriptor.At(group.Location, service.Name.Shown(), service.Image.Value!.Name, $"resource group '{group.Value.Shown()}' has none", $"ResourceGroup=\"{offer}\"");
        }
        else if (!HasSlice(service) && (service.Spec.Resources.Gpu == 0 || !GroupShare.IsWritten(service.Spec.Item, Metadata.Gpu)))
        {
            yield return Descriptor.At(group.Location, service.Name.Shown(), service.Image.Value!.Name, "Gpu is not set", "Gpu=\"1\"");
        }
    }

    /// <summary>The group has no GPU at all.</summary>
    internal static bool SpeaksFor(ResolvedService service) => NeedsGpu(service) && service.ResourceGroup.Value is { GpuCount: 0 };

    private static bool NeedsGpu(ResolvedService service) =>
        service.Image.Value is { } image && image.Chips.Contains(Catalogs.Chip.GPU) && !image.Chips.Contains(Catalogs.Chip.CPU);

    private static bool HasSlice(ResolvedService service) => service.Spec.Item.Config is { } text && ConfigWalk.Find(text, "/metadata/gpu_memory").Any();
}
