using System.Collections.Immutable;
using System.Globalization;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Specs;

/// <summary>Phase 5: what the service does beyond serving. Nothing is on unless the author asks for it.</summary>
/// <param name="HealthCheck">Null = none.</param>
/// <param name="MaxSurge">Instances above the wanted number during an update: a number, or a share such as <c>25%</c>.</param>
/// <param name="MaxUnavailable">Instances that may be missing during an update.</param>
/// <param name="TerminationGracePeriod">Seconds an instance gets to end.</param>
/// <param name="Grpc">True switches the gateway's protocol to gRPC.</param>
/// <param name="Autoscaler">Null = the number of instances is fixed.</param>
/// <remarks>Source: deployment workflow, step 5.1; design rulings K18, C34.</remarks>
public sealed record ServiceFeaturesSpec(
    HealthCheckSpec? HealthCheck,
    Given<string>? MaxSurge,
    Given<int>? MaxUnavailable,
    Given<int>? TerminationGracePeriod,
    Given<bool>? Grpc,
    AutoscalerSpec? Autoscaler)
{
    public static ServiceFeaturesSpec From(ServiceItem item) => new(
        HealthCheckSpec.From(item),
        item.ReadText(Metadata.MaxSurge),
        item.ReadNumber(Metadata.MaxUnavailable),
        item.ReadNumber(Metadata.TerminationGracePeriod),
        item.ReadFlag(Metadata.Grpc),
        AutoscalerSpec.From(item));
}

/// <summary>How the platform finds out that an instance has started.</summary>
public enum HealthCheckKind
{
    None,
    Http,
    Tcp,
}

/// <summary>A startup check. Every number is written, so that no default of the cloud is relied on.</summary>
/// <param name="Path">Http only.</param>
/// <param name="InitialDelay">Seconds.</param>
/// <param name="Interval">Seconds.</param>
/// <param name="Timeout">Seconds for one answer.</param>
/// <remarks>Source: deployment workflow, core principle 4 (60 s, 10 s); service-config.md section 4 "Probe", column emit.</remarks>
public sealed record HealthCheckSpec(
    Given<HealthCheckKind> Kind, string Path, int InitialDelay, int Interval, int Timeout, int FailureThreshold)
{
    public const string DefaultPath = "/health";
    public const int DefaultInitialDelay = 60;
    public const int DefaultInterval = 10;
    public const int DefaultTimeout = 1;
    public const int DefaultFailureThreshold = 30;

    /// <summary>Longest time a start may take before the instance is given up, in seconds.</summary>
    public double Budget => InitialDelay + ((double)Interval * FailureThreshold);

    /// <summary><c>none</c>, <c>http</c> or <c>tcp</c>, any case; null when it is none of them.</summary>
    public static HealthCheckKind? ParseKind(string text) =>
        text.Trim() is var word && word.All(char.IsAsciiLetter) && Enum.TryParse(word, ignoreCase: true, out HealthCheckKind kind) ? kind : null;

    /// <returns>Null when none is wanted.</returns>
    public static HealthCheckSpec? From(ServiceItem item) =>
        item.ReadText(Metadata.HealthCheck) is { } text && ParseKind(text.Value) is { } kind and not HealthCheckKind.None
            ? new HealthCheckSpec(
                new Given<HealthCheckKind>(kind, text.Location),
                item.ReadText(Metadata.HealthCheckPath)?.Value ?? DefaultPath,
                item.ReadNumber(Metadata.HealthCheckInitialDelay)?.Value ?? DefaultInitialDelay,
                item.ReadNumber(Metadata.HealthCheckInterval)?.Value ?? DefaultInterval,
                item.ReadNumber(Metadata.HealthCheckTimeout)?.Value ?? DefaultTimeout,
                item.ReadNumber(Metadata.HealthCheckFailureThreshold)?.Value ?? DefaultFailureThreshold)
            : null;
}

/// <summary>Bounds and reasons for more or fewer instances.</summary>
/// <param name="Location">Where the author first asked for it.</param>
/// <param name="Min">Null = <see cref="DefaultMin"/>.</param>
/// <param name="Max">Null = left out, which a rule reports.</param>
/// <remarks>Source: service-config.md section 8.</remarks>
public sealed record AutoscalerSpec(SourceLocation Location, Given<int>? Min, Given<int>? Max, ImmutableArray<ScaleStrategy> Strategies)
{
    public const int DefaultMin = 1;

    public int Least => Min?.Value ?? DefaultMin;

    /// <returns>Null when nothing of it is written.</returns>
    public static AutoscalerSpec? From(ServiceItem item)
    {
        Given<int>? min = item.ReadNumber(Metadata.AutoscaleMin);
        Given<int>? max = item.ReadNumber(Metadata.AutoscaleMax);
        ItemValue? metric = item.Find(Metadata.AutoscaleMetric);
        ItemValue? threshold = item.Find(Metadata.AutoscaleThreshold);
        SourceLocation? place = min?.Location ?? max?.Location ?? metric?.Location ?? threshold?.Location ?? item.ScaleRules.FirstOrDefault()?.Location;
        return place is null ? null : new AutoscalerSpec(place, min, max, [.. StrategiesOf(item)]);
    }

    /// <summary>A number with or without a fraction; null when it is not one.</summary>
    public static decimal? ParseThreshold(string text) => decimal.TryParse(
        text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static IEnumerable<ScaleStrategy> StrategiesOf(ServiceItem item)
    {
        if (item.ReadText(Metadata.AutoscaleMetric) is { } metric && item.Find(Metadata.AutoscaleThreshold) is { } threshold)
        {
            yield return new ScaleStrategy(metric, ParseThreshold(threshold.Text));
        }

        foreach (AttachedItem rule in item.ScaleRules)
        {
            yield return new ScaleStrategy(
                new Given<string>(rule.Include.Trim(), rule.Location), rule.Find(Metadata.Threshold) is { } text ? ParseThreshold(text.Text) : null);
        }
    }
}

/// <summary>One reason to scale.</summary>
/// <param name="Threshold">Null = missing or no number, which a rule reports.</param>
public sealed record ScaleStrategy(Given<string> Metric, decimal? Threshold);
