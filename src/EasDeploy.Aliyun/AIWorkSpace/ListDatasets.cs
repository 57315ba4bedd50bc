using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.AIWorkSpace;

/// <summary>A dataset of a workspace.</summary>
/// <param name="Uri"><c>oss://{bucket}.{endpoint}/{path}</c> or <c>nas://…</c>: not the form of the service JSON.</param>
/// <param name="Property"><c>FILE</c> or <c>DIRECTORY</c>.</param>
/// <param name="MountAccess"><c>RO</c> or <c>RW</c>.</param>
/// <remarks>Source: openapi.md section 6.</remarks>
public sealed record Dataset(
    string Id, string Name, string? WorkspaceId, string DataSourceType, string? Property, string? Uri, string? MountAccess, string? LatestVersion);

public sealed partial class AIWorkSpaceClient
{
    /// <summary>Every dataset of a workspace.</summary>
    /// <param name="workspaceId">Null = the default workspace; an error when there is none.</param>
    /// <remarks>Source: openapi.md section 6: the API's own page size is 10.</remarks>
    public Task<ImmutableArray<Dataset>> ListDatasetsAsync(string? workspaceId, CancellationToken ct) => Paging.CollectAsync(
        transport,
        page => Get("ListDatasets", "/api/v1/datasets", new ApiQuery
        {
            { "WorkspaceId", workspaceId },
            { "PageNumber", page },
            { "PageSize", 100 },
        }),
        "Datasets",
        ToDataset,
        dataset => dataset.Id,
        ct);

    private static Dataset? ToDataset(JsonElement row) => row.Text("DatasetId") is { } id
        ? new Dataset(
            id,
            row.Text("Name") ?? "",
            row.Text("WorkspaceId"),
            row.Text("DataSourceType") ?? "",
            row.Text("Property"),
            row.Text("Uri"),
            row.Text("MountAccess"),
            row.Field("LatestVersion").Text("VersionName"))
        : null;
}
