namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Gives a service scaling rules; it must have none yet.</summary>
    /// <remarks>Source: openapi.md section 5.1.</remarks>
    public Task CreateServiceAutoScalerAsync(string serviceName, AutoScaler rules, CancellationToken ct) =>
        CreateServiceAutoScalerAsync(serviceName, rules.ToBody(), ct);

    /// <param name="rules">As they are written, byte for byte.</param>
    public Task CreateServiceAutoScalerAsync(string serviceName, ReadOnlyMemory<byte> rules, CancellationToken ct) =>
        RunAsync(OfService(HttpMethod.Post, "CreateServiceAutoScaler", serviceName, "/autoscaler") with { Body = rules }, ct);
}
