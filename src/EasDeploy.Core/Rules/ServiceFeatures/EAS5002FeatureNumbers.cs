using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>Numbers of the features are whole and in their range: 60, not 60s.</summary>
/// <remarks>Source: R2051, R6003, R6020, R6023; service-config.md sections 3, 4 and 8. A day is more than any probe waits.</remarks>
public sealed class EAS5002FeatureNumbers : IItemRule
{
    private const int Day = 86400;

    private static readonly (string Name, int Least, int Most, string Unit, int Example)[] s_numbers =
    [
        (Metadata.HealthCheckInitialDelay, 0, Day, "seconds", HealthCheckSpec.DefaultInitialDelay),
        (Metadata.HealthCheckInterval, 1, Day, "seconds", HealthCheckSpec.DefaultInterval),
        (Metadata.HealthCheckTimeout, 1, Day, "seconds", HealthCheckSpec.DefaultTimeout),
        (Metadata.HealthCheckFailureThreshold, 1, 100_000, "checks", HealthCheckSpec.DefaultFailureThreshold),
        (Metadata.MaxUnavailable, 0, int.MaxValue, "instances", 0),
        (Metadata.TerminationGracePeriod, 0, Day, "seconds", 30),
        (Metadata.AutoscaleMin, 0, int.MaxValue, "instances", AutoscalerSpec.DefaultMin),
        (Metadata.AutoscaleMax, 1, int.MaxValue, "instances", 10),
    ];

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5002", Severity.Error, "A number of a feature is not a whole number in range",
        "service '{0}': {1} '{2}' is not a whole number of {3} from {4} on{5}. Set {1}=\"{6}\".");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        foreach ((string name, int least, int most, string unit, int example) in s_numbers)
        {
            if (item.Find(name) is { } value && !(ServiceSpec.ParseNumber(value.Text) is { } number && number >= least && number <= most))
            {
                string limit = most == int.MaxValue ? "" : FormattableString.Invariant($", {most} at most");
                yield return Descriptor.At(value.Location, item.Name.Shown(), name, value.Text.Shown(), unit, least, limit, example);
            }
        }
    }
}
