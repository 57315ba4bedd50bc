using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Starts the deletion; a service that is already gone is success.</summary>
    /// <remarks>Source: openapi.md sections 4.3 and 5.1.</remarks>
    public async Task DeleteServiceAsync(string serviceName, CancellationToken ct)
    {
        try
        {
            await RunAsync(OfService(HttpMethod.Delete, "DeleteService", serviceName), ct).ConfigureAwait(false);
        }
        catch (CloudException refusal) when (IsServiceGone(refusal))
        {
            // Gone is what was asked for.
        }
    }
}
