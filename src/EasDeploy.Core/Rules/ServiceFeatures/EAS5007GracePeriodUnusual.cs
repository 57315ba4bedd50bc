using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>A grace period below the cloud's own default cuts calls off; a very long one blocks every update.</summary>
/// <remarks>Source: R6023.</remarks>
public sealed class EAS5007GracePeriodUnusual : IItemRule
{
    private const int Least = 30;
    private const int Most = 600;

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5007", Severity.Warning, "TerminationGracePeriod is very short or very long",
        "service '{0}': TerminationGracePeriod {1} s {2}. Set TerminationGracePeriod=\"{3}\".");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(Metadata.TerminationGracePeriod) is { } period && ServiceSpec.ParseNumber(period.Text) is { } seconds and >= 0
            && seconds is < Least or > Most)
        {
            string reason = seconds < Least ? "is shorter than the cloud's own 30 s, so calls under way may be cut off" : "holds every update and deletion back";
            yield return Descriptor.At(period.Location, item.Name.Shown(), seconds, reason, seconds < Least ? Least : Most);
        }
    }
}
