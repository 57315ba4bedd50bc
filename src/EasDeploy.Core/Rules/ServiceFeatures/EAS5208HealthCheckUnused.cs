using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>Numbers of a check are for a check.</summary>
/// <remarks>Source: design rulings K18, C34: no feature is on unless asked for.</remarks>
public sealed class EAS5208HealthCheckUnused : IRule
{
    private static readonly string[] s_settings =
    [
        Metadata.HealthCheckPath, Metadata.HealthCheckInitialDelay, Metadata.HealthCheckInterval, Metadata.HealthCheckTimeout,
        Metadata.HealthCheckFailureThreshold,
    ];

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5208", Severity.Warning, "A setting of the health check has no effect",
        "service '{0}': {1} has no effect, because HealthCheck is {2}. Set HealthCheck=\"http\", or remove {1}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        ServiceItem item = service.Spec.Item;
        HealthCheckKind? kind = item.Find(Metadata.HealthCheck) is { } text ? HealthCheckSpec.ParseKind(text.Text) : HealthCheckKind.None;
        foreach (string name in s_settings)
        {
            bool isUnused = kind == HealthCheckKind.None || (kind == HealthCheckKind.Tcp && name == Metadata.HealthCheckPath);
            if (isUnused && item.Find(name) is { } setting)
            {
                yield return Descriptor.At(setting.Location, service.Name.Shown(), name, kind == HealthCheckKind.Tcp ? "tcp" : "none");
            }
        }
    }
}
