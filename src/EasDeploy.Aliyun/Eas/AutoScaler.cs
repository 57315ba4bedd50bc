using System.Collections.Immutable;
using EasDeploy.Aliyun.Requests;

namespace EasDeploy.Aliyun.Eas;

/// <summary>One measure that scaling follows.</summary>
/// <param name="MetricName"><c>qps</c>, <c>cpu</c>, <c>gpu[util]</c>; the API answers in upper case, so compare without case.</param>
public sealed record ScaleStrategy(string MetricName, double Threshold);

/// <summary>Scaling rules of a service.</summary>
/// <param name="Min">Fewest replicas.</param>
/// <param name="Max">Most replicas; above <paramref name="Min"/>.</param>
/// <remarks>Source: openapi.md section 5.1: field names are lower case when written.</remarks>
public sealed record AutoScaler(int Min, int Max, ImmutableArray<ScaleStrategy> ScaleStrategies)
{
    /// <summary>Windows of scaling up and down as JSON text, passed on as it is; null = the service's own.</summary>
    public string? Behavior { get; init; }

    internal byte[] ToBody() => JsonText.Object(json =>
    {
        json.WriteNumber("min", Min);
        json.WriteNumber("max", Max);
        json.WriteStartArray("scaleStrategies");
        foreach (ScaleStrategy strategy in ScaleStrategies)
        {
            json.WriteStartObject();
            json.WriteString("metricName", strategy.MetricName);
            json.WriteNumber("threshold", strategy.Threshold);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (Behavior is not null)
        {
            json.WritePropertyName("behavior");
            json.WriteRawValue(Behavior);
        }
    });
}
