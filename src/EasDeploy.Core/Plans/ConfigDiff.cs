using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EasDeploy.Items.Json;

namespace EasDeploy.Plans;

/// <summary>Compares a wanted service document with the live one, both in <see cref="ServiceNormalForm"/>.</summary>
internal sealed class ConfigDiff
{
    private static readonly JsonSerializerOptions s_compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ImmutableArray<ConfigChange>.Builder _changes = ImmutableArray.CreateBuilder<ConfigChange>();
    private readonly SecretMask _mask;
    private readonly JsonObject _wanted;

    private ConfigDiff(JsonObject wanted, SecretMask mask) => (_wanted, _mask) = (wanted, mask);

    /// <returns>In document order; empty = the live service is what is wanted.</returns>
    public static ImmutableArray<ConfigChange> Compare(JsonObject wanted, JsonObject live, SecretMask mask)
    {
        JsonObject normal = ServiceNormalForm.Of(wanted);
        ConfigDiff diff = new(normal, mask);
        diff.Sections(normal, ServiceNormalForm.Of(live), "");
        return diff._changes.ToImmutable();
    }

    private void Sections(JsonObject wanted, JsonObject live, string pointer)
    {
        foreach ((string name, JsonNode? value) in wanted)
        {
            Values(value, live[name], $"{pointer}/{ConfigText.Escape(name)}", name, wanted, live);
        }

        foreach ((string name, JsonNode? value) in live)
        {
            if (!wanted.ContainsKey(name))
            {
                Values(null, value, $"{pointer}/{ConfigText.Escape(name)}", name, wanted, live);
            }
        }
    }

    private void Values(JsonNode? wanted, JsonNode? live, string pointer, string name, JsonObject? owner, JsonObject? liveOwner)
    {
        switch (wanted, live)
        {
            case (JsonObject section, JsonObject present):
                Sections(section, present, pointer);
                return;
            case (JsonObject { Count: > 0 } section, null) when name.Length > 0:
                Sections(section, [], pointer);
                return;
            case (null, JsonObject { Count: > 0 } present) when name.Length > 0 && !ServerValues.IsOwn(pointer, present, _wanted):
                Sections([], present, pointer);
                return;
            case (JsonArray list, JsonArray present):
                Lists(list, present, pointer);
                return;
            case (null, not null) when ServerValues.IsOwn(pointer, live, _wanted):
                return;
            case (not null, not null) when AreEqual(wanted, live, name):
            case (not null, _) when ServerValues.IsScaled(pointer, live, _wanted):
                return;
        }

        ChangeKind kind = live is null ? ChangeKind.Added : wanted is null ? ChangeKind.Removed : ChangeKind.Changed;
        _changes.Add(new ConfigChange(
            kind, pointer, TextOf(_mask.Of(live, name, liveOwner)), TextOf(_mask.Of(wanted, name, owner)), Dangers.Of(pointer, live, wanted)));
    }

    // Entries are matched by what names them; what is left over is matched in order, so that a new name is one change.
    private void Lists(JsonArray wanted, JsonArray live, string pointer)
    {
        List<int> left = [.. Enumerable.Range(0, live.Count)];
        int[] partner = [.. wanted.Select(entry =>
        {
            int found = NameOf(entry, pointer) is { } key ? left.FindIndex(i => NameOf(live[i], pointer) == key) : -1;
            return found < 0 ? -1 : Take(left, found);
        })];
        for (int i = 0; i < wanted.Count; i++)
        {
            int j = partner[i] >= 0 ? partner[i] : left.Count > 0 ? Take(left, 0) : -1;
            Values(wanted[i], j < 0 ? null : live[j], $"{pointer}/{i}", "", null, null);
        }

        foreach (int j in left)
        {
            Values(null, live[j], $"{pointer}/{j}", "", null, null);
        }
    }

    private static int Take(List<int> left, int at)
    {
        int taken = left[at];
        left.RemoveAt(at);
        return taken;
    }

    /// <summary>What names an entry of a list whose order means nothing; null = its place does.</summary>
    private static string? NameOf(JsonNode? entry, string list)
    {
        string? key = list.EndsWith("/env", StringComparison.Ordinal) ? "name"
            : list == "/storage" ? "mount_path"
            : list == "/autoscaler/scaleStrategies" ? "metricName"
            : null;
        return key is not null && (entry as JsonObject)?[key] is JsonValue text && text.TryGetValue(out string? name) ? name.ToLowerInvariant() : null;
    }

    private static bool AreEqual(JsonNode wanted, JsonNode live, string name)
    {
        if (wanted is JsonValue && live is JsonValue && wanted.GetValueKind() == JsonValueKind.Number && live.GetValueKind() == JsonValueKind.Number)
        {
            return NumberOf(wanted) == NumberOf(live);
        }

        // The API answers the names of metrics in upper case. Source: openapi.md section 5.1.
        return JsonNode.DeepEquals(wanted, live)
            || (name == "metricName" && string.Equals(wanted.ToString(), live.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    private static double NumberOf(JsonNode number) => double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture);

    private static string? TextOf(JsonNode? node) => node?.ToJsonString(s_compact);
}
