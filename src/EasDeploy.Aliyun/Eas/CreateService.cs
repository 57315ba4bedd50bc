using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Looks and new tries after a lost answer.</summary>
    private const int MostCreateAttempts = 4;

    /// <summary>How much older than our first request a service may look and still be ours: whole seconds, clocks that differ.</summary>
    private static readonly TimeSpan CreateTimeTolerance = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(500);

    /// <summary>Creates a service exactly once, also when an answer is lost: then it looks before it asks again.</summary>
    /// <param name="serviceName">Name inside the body.</param>
    /// <param name="body">The service JSON, sent byte for byte.</param>
    /// <remarks>
    /// Source: deployment workflow, step 6.3; openapi.md section 1, point 4 (no idempotency token) and section 5.1 (Labels is one JSON text).
    /// The unique name stands in for a token: a request that arrived late makes the next one fail with 409, never a second service.
    /// </remarks>
    public async Task<CreatedService> CreateServiceAsync(
        string serviceName, ReadOnlyMemory<byte> body, string? workspaceId, IReadOnlyDictionary<string, string> labels, CancellationToken ct)
    {
        ApiRequest request = new()
        {
            Product = ApiProduct.Eas,
            Action = "CreateService",
            Method = HttpMethod.Post,
            Path = Root + "/services",
            Query = new ApiQuery
            {
                { "WorkspaceId", string.IsNullOrEmpty(workspaceId) ? null : workspaceId },
                { "Labels", labels.Count == 0 ? null : JsonText.Map(labels) },
            },
            Body = body,
            Timeout = ApiRequest.WriteTimeout,
            ServiceName = serviceName,
        };
        DateTimeOffset started = clock.GetUtcNow();
        CloudException? lost = null;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
                JsonElement created = answer.RootElement;
                return new CreatedService(created.Text("ServiceName") ?? serviceName, created.Text("ServiceId"), created.Text("Status"));
            }
            catch (CloudException failure) when (serviceName.Length > 0 && (failure.MayHaveBeenExecuted || (lost is not null && IsTaken(failure))))
            {
                lost ??= failure;
                LiveService? found = await LookAsync(serviceName, failure, ct).ConfigureAwait(false);
                if (found is not null && IsOurs(found, started))
                {
                    return new CreatedService(found.Name, null, found.Status);
                }

                if (found is not null || attempt == MostCreateAttempts)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Asks twice with a pause: a request whose answer was lost may still be on its way into the list.</summary>
    /// <param name="lost">Thrown on when the cloud cannot be asked.</param>
    private async Task<LiveService?> LookAsync(string serviceName, CloudException lost, CancellationToken ct)
    {
        try
        {
            if (await DescribeServiceAsync(serviceName, ct).ConfigureAwait(false) is { } found)
            {
                return found;
            }

            await Task.Delay(LookAgainAfter, clock, ct).ConfigureAwait(false);
            return await DescribeServiceAsync(serviceName, ct).ConfigureAwait(false);
        }
        catch (CloudException unanswered) when (unanswered.Descriptor != CloudDiagnostics.ForeignName)
        {
            throw lost;
        }
    }

    private static bool IsTaken(CloudException failure) => failure.Descriptor == CloudDiagnostics.Conflict;

    /// <summary>A service that was there long before is somebody else's; one that cannot be dated is taken for ours.</summary>
    private static bool IsOurs(LiveService found, DateTimeOffset started) =>
        ReadTime(found.CreateTime) is not { } created || created >= started - CreateTimeTolerance;
}
