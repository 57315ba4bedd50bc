using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>A metric has one threshold.</summary>
/// <remarks>Source: R6009 (inferred).</remarks>
public sealed class EAS5204ScaleMetricTwice : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5204", Severity.Warning, "A scaling metric is named twice",
        "service '{0}' scales by '{1}' twice. Remove one of the two thresholds.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (ScaleStrategy strategy in service.Spec.Features.Autoscaler?.Strategies ?? [])
        {
            if (!seen.Add(strategy.Metric.Value))
            {
                yield return Descriptor.At(strategy.Metric.Location, service.Name.Shown(), strategy.Metric.Value.Shown());
            }
        }
    }
}
