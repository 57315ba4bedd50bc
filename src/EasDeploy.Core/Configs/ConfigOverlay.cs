using System.Text.Json.Nodes;

namespace EasDeploy.Configs;

/// <summary>Puts back what a document said beyond its item.</summary>
internal static class ConfigOverlay
{
    private static readonly string[] s_order =
        ["metadata", "containers", "storage", "cloud", "networking", "autoscaler", "runtime", "features", "labels"];

    /// <returns>The sections in emit order, then the others by name.</returns>
    /// <remarks>Source: service-config.md section 12, emit order.</remarks>
    public static JsonObject Of(JsonObject written, JsonObject rest)
    {
        if (rest["cloud"] is JsonObject cloud && cloud["computing"] is JsonObject computing && computing.ContainsKey("instances")
            && written["cloud"]?["computing"] is JsonObject types)
        {
            // The list stayed in the document whole, because its entries say more than a type.
            types.Remove("instance_type");
            types.Remove("instances");
        }

        JsonObject merged = (JsonObject)Merge(written, rest)!;
        int Rank(string name) => Array.IndexOf(s_order, name) is >= 0 and var rank ? rank : s_order.Length;
        KeyValuePair<string, JsonNode?>[] members = [.. merged.OrderBy(member => Rank(member.Key)).ThenBy(member => member.Key, StringComparer.Ordinal)];
        merged.Clear();
        return new JsonObject(members);
    }

    // Lists are merged entry by entry: what was taken out of an entry left the others at their places.
    private static JsonNode? Merge(JsonNode? written, JsonNode? rest)
    {
        switch (written, rest)
        {
            case (JsonObject target, JsonObject more):
                foreach ((string name, JsonNode? value) in more)
                {
                    target[name] = Merge(target[name], value)?.DeepCloneIfOwned();
                }

                return target;
            case (JsonArray target, JsonArray more):
                for (int i = 0; i < more.Count; i++)
                {
                    if (i == target.Count)
                    {
                        target.Add(more[i]?.DeepClone());
                    }
                    else
                    {
                        target[i] = Merge(target[i], more[i])?.DeepCloneIfOwned();
                    }
                }

                return target;
            default:
                return rest;
        }
    }

    private static JsonNode DeepCloneIfOwned(this JsonNode node) => node.Parent is null ? node : node.DeepClone();
}
