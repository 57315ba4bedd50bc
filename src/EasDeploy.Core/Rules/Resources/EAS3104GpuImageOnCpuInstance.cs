using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>A GPU image on CPU instances is switched to a GPU type (EAS3901); with the switch turned off it is an error.</summary>
/// <remarks>Source: deployment workflow, step 2.1; R3021; rulings K3, C32.</remarks>
public sealed class EAS3104GpuImageOnCpuInstance : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3104", Severity.Error, "GPU image on a CPU instance",
        "service '{0}': image '{1}' needs a GPU instance, '{2}' is a CPU instance, and EasAutoSwitchInstance is false. Set InstanceType to {3}, or EasAutoSwitchInstance to true.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (SpeaksFor(service))
        {
            yield return Descriptor.At(
                service.InstanceTypes[0].Name.Location,
                service.Name.Shown(),
                service.Spec.Environment.Image?.Value.Text.Shown(),
                string.Join(";", service.InstanceTypes.Select(wanted => wanted.Name.Value)).Shown(),
                service.FittingInstanceType ?? InstanceRanking.PreferredGpuType);
        }
    }

    /// <summary>The one mismatch with a code of its own, so that EAS3101 does not say it again.</summary>
    internal static bool SpeaksFor(ResolvedService service) =>
        !service.Spec.Policy.AutoSwitchInstance
        && service.Image.Value is { } image && image.Chips.Contains(Chip.GPU) && !image.Chips.Contains(Chip.CPU)
        && !service.InstanceTypes.IsEmpty && service.InstanceTypes.All(wanted => wanted.Type.Value?.Chip == Chip.CPU);
}
