namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Removes the scaling rules; the number of replicas stays as it is.</summary>
    /// <remarks>Source: openapi.md section 5.1.</remarks>
    public Task DeleteServiceAutoScalerAsync(string serviceName, CancellationToken ct) =>
        RunAsync(OfService(HttpMethod.Delete, "DeleteServiceAutoScaler", serviceName, "/autoscaler"), ct);
}
