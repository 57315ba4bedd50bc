using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace EasDeploy.Aliyun.Transports;

/// <summary>Tolerant reading of answers: any field may be absent or null, and a number may come as text.</summary>
/// <remarks>Source: openapi.md sections 5.2 and 10.</remarks>
internal static class AnswerFields
{
    /// <returns>An undefined element when the field is absent or the parent is no object.</returns>
    public static JsonElement Field(this JsonElement parent, string name)
    {
        try
        {
            return parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            // The name of another field cannot be unescaped.
            return parent.EnumerateObject().LastOrDefault(field => JsonMarshal.GetRawUtf8PropertyName(field).SequenceEqual(Encoding.UTF8.GetBytes(name))).Value;
        }
    }

    public static string? Text(this JsonElement parent, string name) => parent.Field(name).AsText();

    public static string? AsText(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Unescaped(value),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    // Half a surrogate pair, or bytes that are no UTF-8, cannot be unescaped: the text stays as it was sent.
    private static string? Unescaped(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value)).Trim('"');
        }
    }

    public static decimal? Number(this JsonElement parent, string name) => decimal.TryParse(
        parent.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    public static long? Whole(this JsonElement parent, string name) =>
        parent.Number(name) is { } number and >= long.MinValue and <= long.MaxValue ? (long)number : null;

    public static int? Count(this JsonElement parent, string name) =>
        parent.Whole(name) is { } whole and >= int.MinValue and <= int.MaxValue ? (int)whole : null;

    public static bool? Flag(this JsonElement parent, string name) =>
        bool.TryParse(parent.Text(name), out bool flag) ? flag : null;

    /// <summary>Members of a list; none when the field is absent.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement parent, string name)
    {
        JsonElement list = parent.Field(name);
        return list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
    }

    public static IReadOnlyList<string> Texts(this JsonElement parent, string name) =>
        [.. parent.Items(name).Select(item => item.AsText()).OfType<string>()];
}
