using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.AIWorkSpace;

/// <summary>GET /api/v1/datasets and /api/v1/datasets/{DatasetId}.</summary>
/// <remarks>Source: openapi.md §6 (WorkspaceId omitted: the default workspace; page size 10).</remarks>
internal static class Datasets
{
    private static readonly (string Parameter, string Field)[] Equal =
        [("SourceId", "SourceId"), ("Accessibility", "Accessibility"), ("Provider", "Provider"), ("Edition", "Edition")];

    private static readonly (string Parameter, string Field)[] OneOf =
    [
        ("DataSourceTypes", "DataSourceType"), ("DataTypes", "DataType"), ("Properties", "Property"), ("DatasetIds", "DatasetId"), ("SourceTypes", "SourceType"),
    ];

    public static JsonObject List(ApiCall call)
    {
        bool descending = SortOrder.IsDescending(call);
        string workspace = call.Text("WorkspaceId")
            ?? call.Cloud.Catalog.Workspaces.FirstOrDefault(w => call.Account.OwnsSeeds && w["IsDefault"]!.GetValue<bool>())?["WorkspaceId"]!.GetValue<string>()
            ?? throw ApiException.InvalidParameter("WorkspaceId is required: the account has no default workspace.");
        JsonObject[] rows =
        [
            .. (call.Account.OwnsSeeds ? call.Cloud.Catalog.Datasets : [])
                .Where(d => d["WorkspaceId"]!.GetValue<string>() == workspace)
                .Matching(call, Equal)
                .Where(d => OneOf.All(p => call.List(p.Parameter) is not { Count: > 0 } wanted || wanted.Contains(d[p.Field]?.ToString() ?? "")))
                .Containing(call, "Name", "Name")
                .SortedBy(call.Text("SortBy") ?? "GmtCreateTime", descending),
        ];
        return new JsonObject
        {
            ["Datasets"] = new JsonArray([.. call.Page(rows).Select(d => d.DeepClone())]),
            ["TotalCount"] = rows.Length,
        };
    }

    public static JsonObject Get(ApiCall call)
    {
        string id = call.Required("DatasetId");
        return (call.Account.OwnsSeeds ? call.Cloud.Catalog.Datasets : [])
            .FirstOrDefault(d => d["DatasetId"]!.GetValue<string>() == id)?.DeepClone().AsObject()
            ?? throw new ApiException(404, "InvalidDataset.NotFound", $"Dataset {id} is not found.");
    }
}
