namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Stops a service; its configuration stays: Stopping, Stopped.</summary>
    /// <remarks>Source: openapi.md section 5.1 and 5.3.</remarks>
    public Task StopServiceAsync(string serviceName, CancellationToken ct) =>
        RunAsync(OfService(HttpMethod.Put, "StopService", serviceName, "/stop"), ct);
}
