using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>A health check asks over HTTP, opens a TCP connection, or there is none.</summary>
/// <remarks>Source: deployment workflow, step 5.1; R2050: one kind per check.</remarks>
public sealed class EAS5001HealthCheckKind : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5001", Severity.Error, "HealthCheck is not a kind of check",
        "service '{0}': HealthCheck '{1}' is neither none, http nor tcp. Set HealthCheck=\"{2}\".");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(Metadata.HealthCheck) is { } kind && HealthCheckSpec.ParseKind(kind.Text) is null)
        {
            string meant = kind.Text.Trim().ToUpperInvariant() is "FALSE" or "OFF" or "NO" ? "none" : "http";
            yield return Descriptor.At(kind.Location, item.Name.Shown(), kind.Text.Shown(), meant);
        }
    }
}
