using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EasDeploy.Locks;

/// <summary>Writes a lock: sorted keys, one fact a line, UTF-8, LF, a final newline. The same lock gives the same bytes on every machine and culture.</summary>
public static partial class LockText
{
    /// <summary>Of the file; a change of the format that an older reader would misread makes it 2.</summary>
    internal const int FormatVersion = 1;

    internal const string Format = "formatVersion";
    internal const string Region = "region";
    internal const string Emulated = "emulated";
    internal const string Services = "services";
    internal const string Asked = "asked";
    internal const string Absent = "absent";
    internal const string Facts = "facts";
    internal const string QueriedAt = "queriedAt";
    internal const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly LockTextContext s_context = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <returns>Content of the file.</returns>
    public static byte[] Write(LockFile held)
    {
        JsonObject services = [];
        foreach ((string name, LockedService entry) in held.Services)
        {
            JsonObject written = Entry(entry);
            written[QueriedAt] = entry.QueriedAt.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);
            services[name] = written;
        }

        JsonObject root = new() { [Format] = FormatVersion, [Region] = held.Region, [Services] = services };
        if (held.IsEmulated)
        {
            root[Emulated] = true;
        }

        return Encoding.UTF8.GetBytes(JsonSerializer.Serialize((JsonObject)Sorted(root)!, s_context.JsonObject) + "\n");
    }

    /// <summary>Every fact of a lock with its place in words: <c>qwen_chat facts Images image-1 ImageUri</c>. Times are no facts.</summary>
    internal static SortedDictionary<string, string> FactsOf(LockFile held)
    {
        SortedDictionary<string, string> facts = new(StringComparer.Ordinal) { [Region] = held.Region };
        foreach ((string name, LockedService entry) in held.Services)
        {
            Flatten(Entry(entry), name, facts);
        }

        return facts;
    }

    /// <summary>True when two entries differ in nothing but their time.</summary>
    internal static bool SameBut(LockedService one, LockedService other) => JsonNode.DeepEquals(Entry(one), Entry(other));

    private static JsonObject Entry(LockedService entry)
    {
        JsonObject asked = [];
        foreach ((string name, string value) in entry.Asked)
        {
            asked[name] = value;
        }

        JsonObject written = new() { [Asked] = asked, [Facts] = LockedFacts.Write(entry.Facts) };
        if (!entry.Absent.IsEmpty)
        {
            written[Absent] = new JsonArray([.. entry.Absent.Select(text => JsonValue.Create(text))]);
        }

        return written;
    }

    private static void Flatten(JsonNode? node, string path, SortedDictionary<string, string> facts)
    {
        switch (node)
        {
            case JsonObject inner when inner.Count > 0:
                foreach ((string name, JsonNode? value) in inner)
                {
                    Flatten(value, $"{path} {name}", facts);
                }

                break;
            case JsonArray list:
                facts[path] = string.Join(", ", list.Select(one => one?.ToString()));
                break;
            case JsonValue value:
                facts[path] = value.ToString();
                break;
        }
    }

    private static JsonNode? Sorted(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject from:
                JsonObject sorted = [];
                foreach ((string name, JsonNode? value) in from.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    sorted[name] = Sorted(value);
                }

                return sorted;
            case JsonArray list:
                return new JsonArray([.. list.Select(Sorted)]);
            default:
                return node?.DeepClone();
        }
    }

    [JsonSerializable(typeof(JsonObject))]
    private sealed partial class LockTextContext : JsonSerializerContext;
}
