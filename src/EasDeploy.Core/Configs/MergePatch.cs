using System.Text.Json.Nodes;

namespace EasDeploy.Configs;

/// <summary>JSON Merge Patch: objects are merged, null takes a member away, everything else replaces.</summary>
/// <remarks>Source: RFC 7396.</remarks>
internal static class MergePatch
{
    /// <returns>A tree of its own; neither argument is changed.</returns>
    public static JsonObject Apply(JsonObject target, JsonObject patch)
    {
        JsonObject merged = (JsonObject)target.DeepClone();
        foreach ((string name, JsonNode? value) in patch)
        {
            switch (value)
            {
                case null:
                    merged.Remove(name);
                    break;
                case JsonObject part:
                    merged[name] = Apply(merged[name] as JsonObject ?? [], part);
                    break;
                default:
                    merged[name] = value.DeepClone();
                    break;
            }
        }

        return merged;
    }
}
