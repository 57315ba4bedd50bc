using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;

namespace EasDeploy.Emulator.AIWorkSpace;

/// <summary>GET /api/v1/images.</summary>
/// <remarks>Source: openapi.md §6, catalog.md "Behaviour to emulate".</remarks>
internal static class ListImages
{
    public static JsonObject Answer(ApiCall call)
    {
        bool descending = SortOrder.IsDescending(call);
        string sortBy = SortOrder.Field(call, "GmtCreateTime");
        (string Key, string Value)[] labels =
            [.. call.List("Labels").Select(l => l.Split('=', 2)).Select(l => (l[0].Trim(), l.ElementAtOrDefault(1)?.Trim() ?? "*"))];
        JsonObject[] rows =
        [
            .. call.Cloud.Catalog.Images
                .Where(i => call.Account.OwnsSeeds || i["Accessibility"]!.GetValue<string>() == "PUBLIC")
                .Matching(call, ("ImageUri", "ImageUri"), ("WorkspaceId", "WorkspaceId"), ("Accessibility", "Accessibility"))
                .Containing(call, "Name", "Name")
                .Containing(call, "Query", "Name", "Description")
                .Where(i => labels.All(l => ImageLabels.Of(i).Any(have => have.Key == l.Key && (l.Value == "*" || have.Value == l.Value))))
                .SortedBy(sortBy, descending),
        ];
        bool verbose = call.Flag("Verbose") == true;
        return new JsonObject
        {
            ["Images"] = new JsonArray([.. call.Page(rows).Select(i => ImageLabels.Shown(i, verbose))]),
            ["TotalCount"] = rows.Length,
        };
    }
}
