using EasDeploy.Aliyun.Requests;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Rolls a service back to an older version.</summary>
    /// <param name="version">Above 0 and below the current version.</param>
    /// <remarks>Source: openapi.md section 5.1.</remarks>
    public Task UpdateServiceVersionAsync(string serviceName, int version, CancellationToken ct) => RunAsync(
        OfService(HttpMethod.Put, "UpdateServiceVersion", serviceName, "/version") with
        {
            Body = JsonText.Object(json => json.WriteNumber("Version", version)),
        },
        ct);
}
