namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Starts a stopped service: Starting, Waiting, Running.</summary>
    /// <remarks>Source: openapi.md section 5.1 and 5.3.</remarks>
    public Task StartServiceAsync(string serviceName, CancellationToken ct) =>
        RunAsync(OfService(HttpMethod.Put, "StartService", serviceName, "/start"), ct);
}
