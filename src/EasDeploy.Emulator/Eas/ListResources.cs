using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;

namespace EasDeploy.Emulator.Eas;

/// <summary>GET /api/v2/resources.</summary>
internal static class ListResources
{
    private static readonly (string Parameter, string Field)[] Equal =
        [("ResourceId", "ResourceId"), ("ResourceType", "ResourceType"), ("ResourceStatus", "Status"), ("UsageMode", "UsageMode")];

    public static JsonObject Answer(ApiCall call)
    {
        IEnumerable<JsonObject> rows = call.Account.OwnsSeeds ? call.Cloud.Catalog.Resources : [];
        rows = rows.Matching(call, Equal).Containing(call, "ResourceName", "ResourceName")
            .SortedBy(call.Text("Sort") ?? "CreateTime", descending: !string.Equals(call.Text("Order"), "Asc", StringComparison.OrdinalIgnoreCase));
        JsonObject[] all = [.. rows];
        return new JsonObject
        {
            ["Resources"] = new JsonArray([.. call.Page(all).Select(r => r.DeepClone())]),
            ["PageNumber"] = call.Number("PageNumber"),
            ["PageSize"] = call.Number("PageSize"),
            ["TotalCount"] = all.Length,
        };
    }
}
