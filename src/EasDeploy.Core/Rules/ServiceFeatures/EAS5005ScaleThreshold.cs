using System.Text.Json.Nodes;
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

    public IEnumerable<Diagnostic> Check(ServiceItem item) => OfItems(item).Concat(Unread(item));

    private IEnumerable<Diagnostic> OfItems(ServiceItem item)
    {
        string metric = item.Find(Metadata.AutoscaleMetric)?.Text.Trim() ?? "";
        if (item.Find(Metadata.AutoscaleThreshold) is { } own && Reason(metric, own) is { } wrong)
        {
            yield return Descriptor.At(own.Location, item.Name.Shown(), metric.Shown(), wrong, Metadata.AutoscaleThreshold, Example(metric));
        }

        foreach (AttachedItem rule in item.ScaleRules)
        {
            ItemValue? threshold = rule.Find(Metadata.Threshold);
            if (threshold is null || Reason(rule.Include.Trim(), threshold) is not null)
            {
                string reason = threshold is null ? "is missing" : Reason(rule.Include.Trim(), threshold)!;
                yield return Descriptor.At(
                    threshold?.Location ?? rule.Location, item.Name.Shown(), rule.Include.Shown(), reason, Metadata.Threshold, Example(rule.Include.Trim()));
            }
        }
    }

    /// <summary>What a document says in a section that holds more than items can say.</summary>
    private IEnumerable<Diagnostic> Unread(ServiceItem item)
    {
        foreach ((string pointer, JsonObject entry) in ConfigWalk.Unread(item, item.ScaleRules, "/autoscaler/scaleStrategies"))
        {
            string metric = ConfigWalk.Text(entry["metricName"]) ?? "";
            string place = entry["threshold"] is JsonValue ? pointer + "/threshold" : pointer;
            string? wrong = entry["threshold"] is JsonValue threshold ? Reason(metric, new ItemValue(threshold.ToJsonString(), item.Config!.At(place))) : "is missing";
            if (wrong is not null)
            {
                yield return Descriptor.At(item.Config!.At(place), item.Name.Shown(), metric.Shown(), wrong, Metadata.Threshold, Example(metric));
            }
        }
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
