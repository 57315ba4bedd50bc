using System.Text.Json.Nodes;
using EasDeploy.Items.Json;

namespace EasDeploy.Configs;

/// <summary>Puts back what a document said beyond its item.</summary>
internal static class ConfigOverlay
{
    private static readonly string[] s_order =
        ["metadata", "containers", "storage", "cloud", "networking", "autoscaler", "runtime", "features", "labels"];

    /// <summary>A list that stayed in the document, because it says more than items can, and what was written in its place.</summary>
    private static readonly (string[] List, string[] Written)[] s_kept =
    [
        (["storage"], ["storage"]),
        (["autoscaler"], ["autoscaler"]),
        (["networking", "nlb"], ["networking", "nlb"]),
        (["containers", "0", "env"], ["containers", "0", "env"]),
        (["cloud", "computing", "instances"], ["cloud", "computing", "instances"]),
        (["cloud", "computing", "instances"], ["cloud", "computing", "instance_type"]),
    ];

    /// <returns>The sections in emit order, then the others by name.</returns>
    /// <remarks>Source: service-config.md section 12, emit order; never an empty section.</remarks>
    public static JsonObject Of(JsonObject whole, JsonObject rest)
    {
        foreach ((string[] list, string[] written) in s_kept)
        {
            if (At(rest, list.AsSpan(0, list.Length - 1))?[list[^1]] is not null && At(whole, written.AsSpan(0, written.Length - 1)) is { } section)
            {
                section.Remove(written[^1]);
            }
        }

        JsonObject merged = (JsonObject)Merge(whole, rest)!;
        int Rank(string name) => Array.IndexOf(s_order, name) is >= 0 and var rank ? rank : s_order.Length;
        KeyValuePair<string, JsonNode?>[] members = [.. merged.Where(member => !IsEmptySection(member)).OrderBy(member => Rank(member.Key)).ThenBy(member => member.Key, StringComparer.Ordinal)];
        merged.Clear();
        return new JsonObject(members);
    }

    // A patch may take the last member of a section away, or ask for none of one. A section that only passes through is the author's.
    private static bool IsEmptySection(KeyValuePair<string, JsonNode?> member) =>
        member.Value is JsonObject { Count: 0 } && ConfigFields.Find(member.Key) is { } field && field.Types.HasFlag(JsonTypes.Section);

    private static JsonObject? At(JsonObject root, ReadOnlySpan<string> steps)
    {
        JsonNode? node = root;
        foreach (string step in steps)
        {
            node = node switch
            {
                JsonObject members => members[step],
                JsonArray { Count: > 0 } list => list[0],
                _ => null,
            };
        }

        return node as JsonObject;
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
