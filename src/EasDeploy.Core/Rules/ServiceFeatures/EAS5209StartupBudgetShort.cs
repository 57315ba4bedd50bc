using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>A large model takes minutes to load: a check that gives up earlier starts it again and again.</summary>
/// <remarks>Source: R2056.</remarks>
public sealed class EAS5209StartupBudgetShort : IRule
{
    private const int Least = 120;

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5209", Severity.Warning, "The health check gives up before a model is loaded",
        "service '{0}': the health check gives up after {1} s, and a model of {2} seldom loads in less than 120 s. Set {3}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Item.Config is { } text)
        {
            return ImageFamilies.SpeaksOpenAI(service.Family) ? OfDocument(service, text) : [];
        }

        return OfItem(service);
    }

    private IEnumerable<Diagnostic> OfDocument(ResolvedService service, ConfigText text)
    {
        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/containers/0/startup_check"))
        {
            if (node is not JsonObject check)
            {
                continue;
            }

            double delay = ConfigWalk.Number(check["initial_delay_seconds"]) ?? HealthCheckSpec.DefaultInitialDelay;
            double period = ConfigWalk.Number(check["period_seconds"]) ?? HealthCheckSpec.DefaultInterval;
            double failures = ConfigWalk.Number(check["failure_threshold"]) ?? HealthCheckSpec.DefaultFailureThreshold;
            if (delay >= 0 && period > 0 && failures > 0 && delay + (period * failures) is < Least and var budget)
            {
                int enough = (int)Math.Max(HealthCheckSpec.DefaultFailureThreshold, Math.Ceiling((Least - delay) / period));
                yield return Descriptor.At(text.At(pointer + "/failure_threshold"), service.Name.Shown(), budget, service.Family, $"\"failure_threshold\": {enough}");
            }
        }
    }

    private IEnumerable<Diagnostic> OfItem(ResolvedService service)
    {
        if (service.Spec.Features.HealthCheck is { Budget: < Least, Interval: > 0 } check && ImageFamilies.SpeaksOpenAI(service.Family))
        {
            int enough = (int)Math.Max(HealthCheckSpec.DefaultFailureThreshold, Math.Ceiling((Least - check.InitialDelay) / (double)check.Interval));
            yield return Descriptor.At(service.Spec.Item.Find(Metadata.HealthCheckFailureThreshold)?.Location ?? check.Kind.Location, service.Name.Shown(), check.Budget, service.Family, $"{Metadata.HealthCheckFailureThreshold}=\"{enough}\"");
        }
    }
}
