using System.Text.Json.Nodes;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>The keys a service document may have, by place. A place without a list is open.</summary>
/// <remarks>Source: service-config.md §2-§9, in Seeds/service-config-keys.json. That the cloud refuses an unknown key is assumed.</remarks>
internal static class ConfigKeys
{
    private static readonly Dictionary<string, HashSet<string>> Known = SeedFile.Read("service-config-keys.json")
        .ToDictionary(p => p.Key, p => p.Value!.GetValue<string>().Split(' ').Select(Spelling).ToHashSet(StringComparer.Ordinal));

    /// <param name="strict">False: unknown keys pass, wrong forms do not.</param>
    /// <exception cref="ApiException">400 InvalidParameter naming the unknown key, or the place that is no object or no list of objects.</exception>
    public static void Check(JsonNode? node, bool strict, string place = "")
    {
        if (node is not (null or JsonObject) && Known.ContainsKey(place))
        {
            throw ApiException.InvalidParameter($"The field {place} of the service configuration must be an object.");
        }

        if (node is not null && Known.ContainsKey(place + "[]") && (node is not JsonArray list || list.Any(i => i is not JsonObject)))
        {
            throw ApiException.InvalidParameter($"The field {place} of the service configuration must be a list of objects.");
        }

        foreach (JsonNode? item in node as JsonArray ?? [])
        {
            Check(item, strict, place + "[]");
        }

        foreach ((string key, JsonNode? value) in node as JsonObject ?? [])
        {
            string inner = place.Length == 0 ? key : $"{place}.{key}";
            if (strict && Known.TryGetValue(place, out HashSet<string>? keys) && !keys.Contains(Spelling(key)))
            {
                throw ApiException.InvalidParameter($"The service configuration has no field {inner}.");
            }

            Check(value, strict, inner);
        }
    }

    /// <summary>One spelling for both of a key's: <c>readOnly</c> and <c>read_only</c> meet.</summary>
    private static string Spelling(string key) => key.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
}
