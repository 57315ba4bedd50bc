using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;

namespace EasDeploy.Emulator.AIWorkSpace;

/// <summary>GET /api/v1/workspaces.</summary>
/// <remarks>Source: openapi.md §6.</remarks>
internal static class ListWorkspaces
{
    public static JsonObject Answer(ApiCall call)
    {
        bool descending = SortOrder.IsDescending(call);
        string sortBy = SortOrder.Field(call, "GmtCreateTime", "GmtModifiedTime");
        IReadOnlyList<string> ids = call.List("WorkspaceIds");
        JsonObject[] rows =
        [
            .. (call.Account.OwnsSeeds ? call.Cloud.Catalog.Workspaces : [])
                .Matching(call, ("Status", "Status"), ("ResourceGroupId", "resourceGroupId"))
                .Containing(call, "WorkspaceName", "WorkspaceName")
                .Where(w => ids.Count == 0 || ids.Contains(w["WorkspaceId"]!.GetValue<string>()))
                .SortedBy(sortBy, descending),
        ];
        bool onlyIds = call.Text("Fields") == "Id";
        return new JsonObject
        {
            ["Workspaces"] = new JsonArray([.. call.Page(rows).Select(w => onlyIds ? IdOf(w) : w.DeepClone())]),
            ["TotalCount"] = rows.Length,
            ["ResourceLimits"] = call.Cloud.Catalog.ResourceLimits.DeepClone(),
        };
    }

    private static JsonObject IdOf(JsonObject workspace) => new() { ["WorkspaceId"] = workspace["WorkspaceId"]!.DeepClone() };
}
