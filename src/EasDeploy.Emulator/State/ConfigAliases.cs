using System.Text.Json.Nodes;

namespace EasDeploy.Emulator.State;

/// <summary>Moves settings from their accepted other places to the preferred one, as the back end does on arrival.</summary>
/// <remarks>Source: service-config.md §1 (a hint, not a contract: assumed). The preferred place wins; the other one is dropped.</remarks>
internal static class ConfigAliases
{
    private static readonly (string[] Preferred, string[] Alias)[] Table =
    [
        .. SeedFile.Read("service-config-aliases.json")["aliases"]!.AsArray()
            .Select(a => (a![0]!.GetValue<string>().Split('.'), a[1]!.GetValue<string>().Split('.'))),
    ];

    /// <returns>A normalised copy; containers have got their names.</returns>
    public static JsonObject Normalised(JsonObject document)
    {
        JsonObject copy = document.DeepClone().AsObject();
        foreach ((string[] preferred, string[] alias) in Table)
        {
            if (Take(copy, alias) is JsonNode value && Owner(copy, preferred) is JsonObject owner && !owner.ContainsKey(preferred[^1]))
            {
                owner[preferred[^1]] = value;
            }
        }

        JsonObject[] containers = [.. (copy["containers"] as JsonArray ?? []).OfType<JsonObject>()];
        for (int i = 0; i < containers.Length; i++)
        {
            containers[i]["name"] ??= $"worker{i}";
        }

        return copy;
    }

    /// <summary>Removes the value at a place; a dotted key (<c>eas.termination_grace_period</c>) counts as the same place.</summary>
    private static JsonNode? Take(JsonObject root, string[] path)
    {
        JsonObject owner = root;
        for (int i = 0; i < path.Length; i++)
        {
            string rest = string.Join('.', path[i..]);
            if (owner[rest] is JsonNode value)
            {
                owner.Remove(rest);
                return value;
            }

            if (owner[path[i]] is not JsonObject next)
            {
                return null;
            }

            if (i == path.Length - 2 && next.Count == 1 && next[path[^1]] is JsonNode last)
            {
                next.Remove(path[^1]);
                owner.Remove(path[i]);
                return last;
            }

            owner = next;
        }

        return null;
    }

    private static JsonObject? Owner(JsonObject root, string[] path)
    {
        JsonObject owner = root;
        foreach (string key in path[..^1])
        {
            if (owner[key] is null)
            {
                owner[key] = new JsonObject();
            }

            if (owner[key] is not JsonObject next)
            {
                return null;
            }

            owner = next;
        }

        return owner;
    }
}
