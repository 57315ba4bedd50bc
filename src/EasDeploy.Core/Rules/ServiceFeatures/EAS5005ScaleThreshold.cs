using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>A threshold is more than nothing, and a share of a machine is at most all of it.</summary>
/// <remarks>Source: R6006; service-config.md section 8.</remarks>
public sealed class EAS5005ScaleThreshold : IItemRule
{
    private const int WholeMachine = 100;

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5005", Severity.Error, "A scaling threshold is out of range",
        "service '{0}': the threshold of metric '{1}' {2}. Set {3}=\"{4}\".");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        string metric = item.Find(Metadata.AutoscaleMetric)?.Text.Trim() ?? "";
        if (item.Find(Metadata.AutoscaleThreshold) is { } own && Reason(metric, own) is { } wrong)
        {
            yield return Descriptor.At(own.Location, item.Name.Shown(), metric.Shown(), wrong, Metadata.AutoscaleThreshold, Example(metric));
        }

        foreach (AttachedItem rule in item.ScaleRules)
        {
            if (rule.Find(Metadata.Threshold) is { } threshold)
            {
                if (Reason(rule.Include.Trim(), threshold) is { } reason)
                {
                    yield return Finding(threshold.Location, item, rule, reason);
                }
            }
            else if (Missing(item, rule) is { } missing)
            {
                yield return Finding(missing.Place, item, rule, missing.Reason);
            }
        }
    }

    private Diagnostic Finding(SourceLocation place, ServiceItem item, AttachedItem rule, string reason) =>
        Descriptor.At(place, item.Name.Shown(), rule.Include.Shown(), reason, Metadata.Threshold, Example(rule.Include.Trim()));

    /// <returns>Place of an entry without a threshold; null where EAS8012 tells of one that is no number. It does not look into the older map.</returns>
    private static (SourceLocation Place, string Reason)? Missing(ServiceItem item, AttachedItem rule)
    {
        if (item.Config is not { } text || text.PointerAt(rule.Location) is not { } pointer)
        {
            return (rule.Location, "is missing");
        }

        if (pointer.Contains("/strategies/", StringComparison.Ordinal))
        {
            return (rule.Location, "is no number");
        }

        string entry = pointer.EndsWith("/metricName", StringComparison.Ordinal) ? pointer[..pointer.LastIndexOf('/')] : pointer;
        return ConfigWalk.Find(text, entry + "/threshold").Any() ? null : (text.At(entry), "is missing");
    }

    private static string? Reason(string metric, ItemValue value) => AutoscalerSpec.ParseThreshold(value.Text) switch
    {
        null => $"is '{value.Text.Shown()}', which is no number",
        <= 0 => $"is '{value.Text.Shown()}', which is not more than 0",
        > WholeMachine when ScaleMetrics.IsPercent(metric) => $"is '{value.Text.Shown()}', more than 100 percent",
        _ => null,
    };

    private static string Example(string metric) => ScaleMetrics.IsPercent(metric) ? "60" : "10";
}
