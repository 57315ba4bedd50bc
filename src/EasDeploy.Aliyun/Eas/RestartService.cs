namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Replaces every instance of a service by a new one.</summary>
    /// <remarks>Source: openapi.md section 5.1.</remarks>
    public Task RestartServiceAsync(string serviceName, CancellationToken ct) =>
        RunAsync(OfService(HttpMethod.Put, "RestartService", serviceName, "/restart"), ct);
}
