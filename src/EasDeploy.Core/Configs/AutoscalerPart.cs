using System.Text.Json.Serialization;
using EasDeploy.Resolution;

namespace EasDeploy.Configs;

/// <summary>Section <c>autoscaler</c>, in the form with <c>scaleStrategies</c>; the API mixes casings.</summary>
/// <remarks>Source: service-config.md section 8; C33.</remarks>
internal sealed record AutoscalerPart(
    [property: JsonPropertyName("min")] int Min,
    [property: JsonPropertyName("max")] int? Max,
    [property: JsonPropertyName("scaleStrategies")] IReadOnlyList<ScaleStrategyEntry> ScaleStrategies)
{
    /// <returns>Null when the number of instances is fixed.</returns>
    public static AutoscalerPart? Of(ResolvedService service) => service.Spec.Features.Autoscaler is { } autoscaler
        ? new AutoscalerPart(
            autoscaler.Least,
            autoscaler.Max?.Value,
            [.. autoscaler.Strategies.Select(strategy => new ScaleStrategyEntry(strategy.Metric.Value, strategy.Threshold))])
        : null;
}

internal sealed record ScaleStrategyEntry(
    [property: JsonPropertyName("metricName")] string MetricName,
    [property: JsonPropertyName("threshold")] decimal? Threshold);

/// <summary>Section <c>runtime</c>.</summary>
/// <remarks>Source: service-config.md section 9; C07: the preferred place of the grace period.</remarks>
internal sealed record RuntimePart([property: JsonPropertyName("termination_grace_period")] int TerminationGracePeriod)
{
    /// <returns>Null when the author set none.</returns>
    public static RuntimePart? Of(ResolvedService service) =>
        service.Spec.Features.TerminationGracePeriod is { } seconds ? new RuntimePart(seconds.Value) : null;
}
