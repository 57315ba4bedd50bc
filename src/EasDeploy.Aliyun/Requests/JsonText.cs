using System.Text.Encodings.Web;
using System.Text.Json;

namespace EasDeploy.Aliyun.Requests;

/// <summary>Writes the small JSON texts that some parameters and bodies are made of.</summary>
internal static class JsonText
{
    // The texts go into a query or a body, never into a page.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>UTF-8 bytes of one object.</summary>
    public static byte[] Object(Action<Utf8JsonWriter> write)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text, Plain))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return text.ToArray();
    }

    /// <summary>A map of texts, keys in ordinal order.</summary>
    public static string Map(IReadOnlyDictionary<string, string> map) =>
        System.Text.Encoding.UTF8.GetString(Object(json => WriteMembers(json, map)));

    /// <summary>A list of texts.</summary>
    public static string List(IEnumerable<string> items)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text, Plain))
        {
            json.WriteStartArray();
            foreach (string item in items)
            {
                json.WriteStringValue(item);
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }

    public static void WriteMembers(Utf8JsonWriter json, IReadOnlyDictionary<string, string> map)
    {
        foreach ((string key, string value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteString(key, value);
        }
    }
}
