using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>An instance without a GPU has no GPU load to scale by.</summary>
/// <remarks>Source: R6008. Reads the instance types; rests while one of them is not known.</remarks>
public sealed class EAS5101GpuMetricOnCpu : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5101", Severity.Warning, "A GPU metric on CPU instances",
        "service '{0}' scales by '{1}', and '{2}' has no GPU, so it never scales. Write 'cpu' or 'qps' instead.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Features.Autoscaler is { } autoscaler && !service.InstanceTypes.IsEmpty
            && service.InstanceTypes.All(wanted => wanted.Type.Value?.Chip == Chip.CPU)
            && autoscaler.Strategies.FirstOrDefault(strategy => ScaleMetrics.IsOfGpu(strategy.Metric.Value)) is { } onGpu)
        {
            yield return Descriptor.At(onGpu.Metric.Location, service.Name.Shown(), onGpu.Metric.Value.Shown(), service.InstanceTypes[0].Name.Value.Shown());
        }
    }
}
