using System.Collections.Immutable;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Every version of a service that is kept.</summary>
    /// <remarks>Source: openapi.md section 5.1.</remarks>
    public Task<ImmutableArray<ServiceVersion>> ListServiceVersionsAsync(string serviceName, CancellationToken ct) => Paging.CollectAsync(
        transport,
        page => OfService(HttpMethod.Get, "ListServiceVersions", serviceName, "/versions") with
        {
            Query = new ApiQuery { { "PageNumber", page }, { "PageSize", 100 } },
        },
        "Versions",
        row => row.Count("ImageId") is { } version
            ? new ServiceVersion(
                version,
                ReadTime(row.Text("BuildTime")),
                row.Text("ImageAvailable") ?? "unknown",
                row.Text("ServiceRunnable") ?? "unknown",
                row.Text("Message"),
                row.Text("ServiceConfig"))
            : null,
        version => $"{version.Version}",
        ct);
}
