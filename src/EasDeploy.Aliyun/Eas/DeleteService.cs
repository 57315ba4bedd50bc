using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Starts the deletion; a service that is already gone is success, and so is a lost answer when the deletion is seen to run.</summary>
    /// <remarks>Source: openapi.md sections 4.3, 5.1 and 5.3.</remarks>
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
        catch (CloudException lost) when (lost.MayHaveBeenExecuted)
        {
            LiveService? left = await LookAsync(serviceName, lost, ct).ConfigureAwait(false);
            if (left is not null && left.Status != "Deleting")
            {
                throw;
            }
        }
    }
}
