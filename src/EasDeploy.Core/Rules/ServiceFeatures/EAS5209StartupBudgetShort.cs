using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>A large model takes minutes to load: a check that gives up earlier starts it again and again.</summary>
/// <remarks>Source: R2056.</remarks>
public sealed class EAS5209StartupBudgetShort : IRule
{
    private const int Least = 120;

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5209", Severity.Warning, "The health check gives up before a model is loaded",
        "service '{0}': the health check gives up after {1} s, and a model of {2} seldom loads in less than 120 s. Set HealthCheckFailureThreshold=\"{3}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Features.HealthCheck is { Budget: < Least, Interval: > 0 } check && ImageFamilies.SpeaksOpenAI(service.Family))
        {
            int enough = (int)Math.Max(HealthCheckSpec.DefaultFailureThreshold, Math.Ceiling((Least - check.InitialDelay) / (double)check.Interval));
            yield return Descriptor.At(check.Kind.Location, service.Name.Shown(), check.Budget, service.Family, enough);
        }
    }
}
