namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Replaces the timed scaling rules of a service.</summary>
    /// <remarks>Source: openapi.md section 5.1.</remarks>
    public Task UpdateServiceCronScalerAsync(string serviceName, CronScaler rules, CancellationToken ct) =>
        RunAsync(OfService(HttpMethod.Put, "UpdateServiceCronScaler", serviceName, "/cronscaler") with { Body = rules.ToBody() }, ct);
}
