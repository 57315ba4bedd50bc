using System.Text.Json;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>The scaling rules of a service.</summary>
    /// <remarks>Source: openapi.md section 5.1: read as MinReplica, MaxReplica, with lower-case members inside.</remarks>
    public async Task<AutoScaler> DescribeServiceAutoScalerAsync(string serviceName, CancellationToken ct)
    {
        using JsonDocument answer = await transport
            .SendAsync(OfService(HttpMethod.Get, "DescribeServiceAutoScaler", serviceName, "/autoscaler"), ct).ConfigureAwait(false);
        JsonElement rules = answer.RootElement;
        return new AutoScaler(
            rules.Count("MinReplica") ?? 0,
            rules.Count("MaxReplica") ?? 0,
            [
                .. rules.Items("ScaleStrategies").Select(row => new ScaleStrategy(
                    row.Text("metricName") ?? row.Text("MetricName") ?? "", (double)(row.Number("threshold") ?? row.Number("Threshold") ?? 0))),
            ])
        {
            Behavior = rules.Field("Behavior") is { ValueKind: JsonValueKind.Object } behavior ? behavior.GetRawText() : null,
        };
    }
}
