namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Gives a service timed scaling rules; it must have none yet.</summary>
    /// <remarks>Source: openapi.md section 5.1.</remarks>
    public Task CreateServiceCronScalerAsync(string serviceName, CronScaler rules, CancellationToken ct) =>
        CreateServiceCronScalerAsync(serviceName, rules.ToBody(), ct);

    /// <param name="rules">As they are written, byte for byte.</param>
    public Task CreateServiceCronScalerAsync(string serviceName, ReadOnlyMemory<byte> rules, CancellationToken ct) =>
        RunAsync(OfService(HttpMethod.Post, "CreateServiceCronScaler", serviceName, "/cronscaler") with { Body = rules }, ct);
}
