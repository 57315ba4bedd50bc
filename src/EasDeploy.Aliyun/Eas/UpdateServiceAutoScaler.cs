namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Replaces the scaling rules of a service.</summary>
    /// <remarks>Source: openapi.md section 5.1.</remarks>
    public Task UpdateServiceAutoScalerAsync(string serviceName, AutoScaler rules, CancellationToken ct) =>
        RunAsync(OfService(HttpMethod.Put, "UpdateServiceAutoScaler", serviceName, "/autoscaler") with { Body = rules.ToBody() }, ct);
}
