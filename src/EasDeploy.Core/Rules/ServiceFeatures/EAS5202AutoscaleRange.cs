using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>The most instances are more than the fewest.</summary>
/// <remarks>Source: R6002.</remarks>
public sealed class EAS5202AutoscaleRange : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5202", Severity.Error, "AutoscaleMax is not more than AutoscaleMin",
        "service '{0}': AutoscaleMax {1} is not more than AutoscaleMin {2}. Set AutoscaleMax=\"{3}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Features.Autoscaler is { Max: { } max } autoscaler && max.Value <= autoscaler.Least)
        {
            yield return Descriptor.At(max.Location, service.Name.Shown(), max.Value, autoscaler.Least, (long)autoscaler.Least + 1);
        }
    }
}
