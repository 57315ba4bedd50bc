using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;

namespace EasDeploy.Emulator.AIWorkSpace;

/// <summary>GET /api/v1/image/labels: every pair of key and value that occurs, once.</summary>
internal static class ListImageLabels
{
    public static JsonObject Answer(ApiCall call)
    {
        IReadOnlyList<string> keys = call.List("LabelKeys");
        (string Key, string Value)[] filter = [.. call.List("LabelFilter").Select(f => f.Split('=', 2)).Select(f => (f[0], f.ElementAtOrDefault(1) ?? ""))];
        (string Key, string Value)[] found =
        [
            .. call.Cloud.Catalog.Images
                .Where(i => call.Account.OwnsSeeds || i["Accessibility"]!.GetValue<string>() == "PUBLIC")
                .Matching(call, ("ImageId", "ImageId"), ("WorkspaceId", "WorkspaceId"))
                .Select(i => ImageLabels.Of(i).ToArray())
                .Where(labels => filter.All(labels.Contains))
                .SelectMany(labels => labels)
                .Where(l => keys.Count == 0 || keys.Contains(l.Key))
                .Distinct()
                .Order(),
        ];
        return new JsonObject
        {
            ["Labels"] = new JsonArray([.. found.Select(l => new JsonObject { ["Key"] = l.Key, ["Value"] = l.Value })]),
            ["TotalCount"] = found.Length,
        };
    }
}
