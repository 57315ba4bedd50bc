using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Specs;

namespace EasDeploy.Items.Json;

/// <summary>Takes known values out of a document and keeps what is left.</summary>
internal sealed class ConfigCursor
{
    private readonly ConfigText _text;
    private readonly Dictionary<string, string> _moved = new(StringComparer.Ordinal);

    public ConfigCursor(ConfigText text)
    {
        _text = text;
        Rest = (JsonObject)text.Root.DeepClone();
        foreach (ConfigAlias alias in ConfigAliases.All)
        {
            foreach ((string from, string to) in Each(alias))
            {
                Move(from, to, alias.Entry);
            }
        }

        // Seen in real documents beside instance_type; service-config.md section 5: never written.
        if (Peek("/cloud/computing") is JsonObject computing && computing["instances"] is null)
        {
            computing.Remove("instances");
        }
    }

    /// <summary>What nobody has taken.</summary>
    public JsonObject Rest { get; }

    /// <summary>Place of a value, also of one that an alias brought here.</summary>
    public SourceLocation At(string pointer) => _text.At(Written(pointer));

    /// <returns>The node, or null when it is not written or is null.</returns>
    public JsonNode? Peek(string pointer)
    {
        JsonNode? node = Rest;
        foreach (string name in Names(pointer))
        {
            node = node switch
            {
                JsonObject members => members.TryGetPropertyValue(name, out JsonNode? member) ? member : null,
                JsonArray list when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int i) && i < list.Count => list[i],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>Takes a value of the right type as text; leaves one of another type where it is.</summary>
    public ItemValue? Take(string pointer, JsonTypes type)
    {
        if (Peek(pointer) is not JsonValue value || TextOf(value, type) is not { } text)
        {
            return null;
        }

        Remove(pointer);
        return new ItemValue(text, At(pointer));
    }

    public void Remove(string pointer)
    {
        int slash = pointer.LastIndexOf('/');
        if (Peek(pointer[..slash]) is JsonObject parent)
        {
            parent.Remove(Unescape(pointer[(slash + 1)..]));
        }
    }

    /// <summary>Drops sections that have become empty.</summary>
    public void Prune(params string[] pointers)
    {
        foreach (string pointer in pointers)
        {
            if (Peek(pointer) is JsonObject { Count: 0 } or JsonArray { Count: 0 })
            {
                Remove(pointer);
            }
        }
    }

    /// <returns>The text of a value; null when it is none, or nothing but blanks.</returns>
    public static string? TextOf(JsonNode? node) => node is JsonValue value ? TextOf(value, JsonTypes.Text) : null;

    /// <returns>Null when the value is of another type, or is a text of nothing but blanks.</returns>
    public static string? TextOf(JsonValue value, JsonTypes type) => value.GetValueKind() switch
    {
        JsonValueKind.String when type.HasFlag(JsonTypes.Text) => value.GetValue<string>() is var text && string.IsNullOrWhiteSpace(text) ? null : text,
        JsonValueKind.Number when type.HasFlag(JsonTypes.WholeNumber) => value.ToJsonString() is var digits && digits.All(c => char.IsAsciiDigit(c) || c == '-') ? digits : null,
        JsonValueKind.True when type.HasFlag(JsonTypes.Flag) => "true",
        JsonValueKind.False when type.HasFlag(JsonTypes.Flag) => "false",
        _ => null,
    };

    /// <returns>The scalar a value of another type means: <c>"4"</c> for a number, 312319 for a text. It stays where it is, and EAS8012 tells of it.</returns>
    public ItemValue? Meant(string pointer, JsonTypes type)
    {
        if (Peek(pointer) is not JsonValue value)
        {
            return null;
        }

        string? meant = value.GetValueKind() switch
        {
            JsonValueKind.Number when type.HasFlag(JsonTypes.Text) => TextOf(value, JsonTypes.WholeNumber),
            JsonValueKind.String when type.HasFlag(JsonTypes.WholeNumber) && ServiceSpec.ParseNumber(value.GetValue<string>()) is { } number =>
                number.ToString(CultureInfo.InvariantCulture),
            JsonValueKind.String when type.HasFlag(JsonTypes.Flag) && ServiceSpec.ParseFlag(value.GetValue<string>()) is { } flag => flag ? "true" : "false",
            _ => null,
        };
        return meant is null ? null : new ItemValue(meant, At(pointer));
    }

    private IEnumerable<(string From, string To)> Each(ConfigAlias alias)
    {
        int star = alias.From.IndexOf("/*", StringComparison.Ordinal);
        if (star < 0)
        {
            return [(alias.From, alias.To)];
        }

        int count = Peek(alias.From[..star]) is JsonArray list ? list.Count : 0;
        return Enumerable.Range(0, count).Select(i => alias.From.Replace("*", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
            .Select(from => (from, alias.TargetOf(from)));
    }

    // As the service does it: the right place counts, a second one is dropped beside it; sections are joined.
    private void Move(string from, string to, (string Key, string Value)? entry)
    {
        switch (Peek(from), Peek(to))
        {
            case (null, _):
                return;
            case (JsonObject section, JsonObject):
                foreach (string name in section.Select(member => ConfigText.Escape(member.Key)).ToArray())
                {
                    Move($"{from}/{name}", $"{to}/{name}", null);
                }

                break;
            case (JsonObject map, null) when entry is { } names:
                Put(from, to, EntriesOf(map, names, from, to));
                break;
            case (_, null) when entry is not null:
                return;
            case ({ } node, null):
                Put(from, to, node);
                break;
            default:
                Remove(from);
                break;
        }

        Prune(from);
        if (from.LastIndexOf('/') is > 0 and var slash)
        {
            Prune(from[..slash]);
        }
    }

    private void Put(string from, string to, JsonNode node)
    {
        int slash = to.LastIndexOf('/');
        if (Peek(to[..slash]) is not JsonObject parent)
        {
            if (to[..slash].Length == 0 || Peek(to[..slash]) is not null)
            {
                return;
            }

            parent = [];
            Rest[to[1..slash]] = parent;
            _moved[to[..slash]] = Written(from);
        }

        string written = Written(from);
        Remove(from);
        parent[Unescape(to[(slash + 1)..])] = node;
        _moved[to] = written;
    }

    private JsonArray EntriesOf(JsonObject map, (string Key, string Value) names, string from, string to)
    {
        JsonArray entries = [];
        foreach ((string key, JsonNode? value) in map)
        {
            _moved[$"{to}/{entries.Count}"] = $"{Written(from)}/{ConfigText.Escape(key)}";
            entries.Add((JsonNode)new JsonObject { [names.Key] = key, [names.Value] = value?.DeepClone() });
        }

        return entries;
    }

    // A moved section brings what is in it along.
    private string Written(string pointer)
    {
        for (string nearest = pointer; nearest.Length > 0; nearest = nearest[..nearest.LastIndexOf('/')])
        {
            if (_moved.TryGetValue(nearest, out string? from))
            {
                return from + pointer[nearest.Length..];
            }
        }

        return pointer;
    }

    private static IEnumerable<string> Names(string pointer) => pointer.Length == 0 ? [] : pointer[1..].Split('/').Select(Unescape);

    private static string Unescape(string name) => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
