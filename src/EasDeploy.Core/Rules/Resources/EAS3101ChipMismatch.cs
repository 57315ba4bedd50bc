using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>An image starts only on instances that carry a chip it was built for. A CPU image on a GPU type counts too: it pays for an idle card.</summary>
/// <remarks>
/// Reads image and instance types. Rests where EAS3104 speaks.
/// Source: deployment workflow, phase 3 "Filter rules"; R3020, R3025, R3027; a mismatch ends as "Instance crashed" (phase 6.7).
/// </remarks>
public sealed class EAS3101ChipMismatch : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3101", Severity.Error, "Image chip and instance chip differ",
        "service '{0}': image '{1}' needs {2} instance, but '{3}' is {4} instance. Set InstanceType to {5}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Image.Value is not { } image || EAS3104GpuImageOnCpuInstance.SpeaksFor(service))
        {
            yield break;
        }

        foreach (WantedInstanceType wanted in Mismatches(service))
        {
            yield return Descriptor.At(
                wanted.Name.Location,
                service.Name.Shown(),
                service.Spec.Environment.Image?.Value.Text.Shown(),
                ChipText.WithArticle(image.ChipText),
                wanted.Name.Value.Shown(),
                ChipText.WithArticle(wanted.Type.Value!.Chip),
                service.FittingInstanceType ?? $"{ChipText.WithArticle(image.ChipText)} type when the region has one again");
        }
    }

    /// <summary>The entries whose chip is known and is none of the image's.</summary>
    internal static IEnumerable<WantedInstanceType> Mismatches(ResolvedService service) =>
        service.Image.Value is { Chips.IsEmpty: false } image
            ? service.InstanceTypes.Where(wanted => wanted.Type.Value is { } type && !image.Chips.Contains(type.Chip))
            : [];
}
