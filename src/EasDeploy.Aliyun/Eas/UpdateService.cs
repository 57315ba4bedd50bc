using EasDeploy.Aliyun.Requests;

namespace EasDeploy.Aliyun.Eas;

/// <summary>What happens to the members that an update does not name.</summary>
/// <remarks>Source: openapi.md section 5.1, UpdateType.</remarks>
public enum UpdateType
{
    /// <summary>They stay; the API's own default.</summary>
    Merge,

    /// <summary>They go: the body is the whole new configuration.</summary>
    Replace,
}

public sealed partial class EasClient
{
    /// <summary>Changes a service in place, as a new version; the old instances serve until the new ones are ready.</summary>
    /// <param name="body">Service JSON, whole or in part, sent byte for byte.</param>
    /// <exception cref="Diagnostics.CloudException">With MayHaveBeenExecuted when the answer was lost: compare LatestVersion before repeating.</exception>
    /// <remarks>Source: openapi.md sections 5.1 and 5.3.</remarks>
    public Task UpdateServiceAsync(string serviceName, ReadOnlyMemory<byte> body, UpdateType updateType, CancellationToken ct) => RunAsync(
        OfService(HttpMethod.Put, "UpdateService", serviceName) with
        {
            Query = new ApiQuery { { "UpdateType", updateType == UpdateType.Merge ? "merge" : "replace" } },
            Body = body,
            Timeout = ApiRequest.WriteTimeout,
        },
        ct);
}
