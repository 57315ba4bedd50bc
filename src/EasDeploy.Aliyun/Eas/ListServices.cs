using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Services of the account, without endpoints.</summary>
    /// <param name="serviceName">Only the service of exactly this name; null = all of the region.</param>
    /// <remarks>Source: openapi.md section 5.1; the region comes from the host, there is no ClusterId.</remarks>
    public async Task<IReadOnlyList<LiveService>> ListServicesAsync(string? serviceName, CancellationToken ct)
    {
        IReadOnlyList<LiveService> rows = await Paging.CollectAsync(
            transport,
            page => Get("ListServices", "/services", new ApiQuery
            {
                { "PageNumber", page },
                { "PageSize", 100 },
                { "ServiceName", serviceName },
            }),
            "Services",
            row => row.Text("ServiceName") is null ? null : ToService(row),
            service => service.Name,
            ct).ConfigureAwait(false);
        return serviceName is null ? rows : [.. rows.Where(row => row.Name == serviceName)];
    }

    /// <remarks>Source: openapi.md section 5.2, object Service.</remarks>
    private static LiveService ToService(JsonElement row) => new(
        row.Text("ServiceName") ?? "",
        row.Text("Status") ?? "",
        row.Text("Reason"),
        row.Text("Message"),
        row.Text("InternetEndpoint"),
        row.Text("IntranetEndpoint"),
        new Secret(row.Text("AccessToken")),
        row.Text("SafetyLock"),
        row.Text("ServiceConfig"),
        row.Text("CreateTime"),
        row.Count("RunningInstance"),
        row.Count("TotalInstance"))
    {
        CurrentVersion = row.Count("CurrentVersion"),
        LatestVersion = row.Count("LatestVersion"),
        Labels = ImmutableDictionary<string, string>.Empty.SetItems(row.Items("Labels")
            .Where(label => label.Text("LabelKey") is not null)
            .Select(label => KeyValuePair.Create(label.Text("LabelKey")!, label.Text("LabelValue") ?? ""))),
        WorkspaceId = row.Text("WorkspaceId"),
        AutoscalerEnabled = row.Flag("AutoscalerEnabled") == true,
        CronscalerEnabled = row.Flag("CronscalerEnabled") == true,
    };
}
