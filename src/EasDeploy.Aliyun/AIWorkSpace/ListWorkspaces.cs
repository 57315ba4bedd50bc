using System.Collections.Immutable;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Catalogs;

namespace EasDeploy.Aliyun.AIWorkSpace;

public sealed partial class AIWorkSpaceClient
{
    /// <summary>Every workspace of the account in this region.</summary>
    /// <remarks>Source: deployment workflow, step 1.2 (page size 100, verbose); openapi.md section 6.</remarks>
    public Task<ImmutableArray<Workspace>> ListWorkspacesAsync(CancellationToken ct) => Paging.CollectAsync(
        transport,
        page => Get("ListWorkspaces", "/api/v1/workspaces", new ApiQuery
        {
            { "PageNumber", page },
            { "PageSize", 100 },
            { "Verbose", true },
        }),
        "Workspaces",
        row => row.Text("WorkspaceId") is { } id
            ? new Workspace(id, row.Text("WorkspaceName") ?? "", row.Text("Status") ?? "", row.Flag("IsDefault") ?? false)
            : null,
        workspace => workspace.Id,
        ct);
}
