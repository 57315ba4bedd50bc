using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>During an update some instance goes on serving.</summary>
/// <remarks>Source: R6022.</remarks>
public sealed class EAS5206AllUnavailable : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5206", Severity.Warning, "An update may stop every instance at once",
        "service '{0}': MaxUnavailable {1} lets an update stop all {2} instances at once. Set MaxUnavailable=\"{3}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        int replicas = service.Spec.Resources.Replicas;
        if (service.Spec.Features.MaxUnavailable is { Value: > 0 } missing && missing.Value >= replicas && replicas > 0)
        {
            yield return Descriptor.At(missing.Location, service.Name.Shown(), missing.Value, replicas, replicas - 1);
        }
    }
}
