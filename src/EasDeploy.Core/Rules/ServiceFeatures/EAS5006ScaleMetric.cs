using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>A metric nobody measures never scales anything. A warning, because accounts may have metrics of their own; an entry without one is an error.</summary>
/// <remarks>Source: R6005.</remarks>
public sealed class EAS5006ScaleMetric : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5006", Severity.Warning, "A scaling metric is not known",
        "service '{0}': metric '{1}' is none of qps, cpu, gpu, gpu[util] and memory. Write '{2}', if it is not a metric of your own.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        IEnumerable<ItemValue> metrics = item.ScaleRules.Select(rule => new ItemValue(rule.Include, rule.Location));
        if (item.Find(Metadata.AutoscaleMetric) is { } own)
        {
            metrics = metrics.Prepend(own);
        }

        foreach (ItemValue metric in metrics)
        {
            string name = metric.Text.Trim();
            if (!IsMisspelt(item, metric) && !ScaleMetrics.Known.Contains(name, StringComparer.Ordinal))
            {
                Diagnostic finding = Descriptor.At(metric.Location, item.Name.Shown(), metric.Text.Shown(), NearestName.Of(name, ScaleMetrics.Known) ?? "qps");
                yield return name.Length == 0 ? finding with { Severity = Severity.Error } : finding;
            }
        }
    }

    // EAS8014 tells of an entry whose member for the metric has another name.
    private static bool IsMisspelt(ServiceItem item, ItemValue metric) =>
        metric.Text.Length == 0 && item.Config is { } text && text.PointerAt(metric.Location) is { } pointer
        && ConfigWalk.Find(text, pointer + "/metric_name").Any();
}
