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

    /// <exception cref="ApiException">400 InvalidParameter naming the unknown key.</exception>
    public static void Check(JsonNode? node, string place = "")
    {
        foreach (JsonNode? item in node as JsonArray ?? [])
        {
            Check(item, place + "[]");
        }

        foreach ((string key, JsonNode? value) in node as JsonObject ?? [])
        {
            string inner = place.Length == 0 ? key : $"{place}.{key}";
            if (Known.TryGetValue(place, out HashSet<string>? keys) && !keys.Contains(Spelling(key)))
            {
                throw ApiException.InvalidParameter($"The service configuration has no field {inner}.");
            }

            Check(value, inner);
        }
    }

    /// <summary>One spelling for both of a key's: <c>readOnly</c> and <c>read_only</c> meet.</summary>
    private static string Spelling(string key) => key.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
}
