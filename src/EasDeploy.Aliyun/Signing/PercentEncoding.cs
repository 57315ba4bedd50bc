using System.Text;

namespace EasDeploy.Aliyun.Signing;

/// <summary>RFC 3986 encoding, as the signature asks for it.</summary>
internal static class PercentEncoding
{
    /// <summary>Leaves <c>A-Z a-z 0-9 - _ . ~</c>; upper-case hexadecimal digits; a blank is <c>%20</c>.</summary>
    public static string Encode(string text) => Uri.EscapeDataString(text);

    /// <summary><c>key=value</c> pairs sorted by raw key (then value), encoded, joined by <c>&amp;</c>. Sent and signed in this one form.</summary>
    public static string Query(IEnumerable<KeyValuePair<string, string>> fields)
    {
        StringBuilder query = new();
        foreach ((string key, string value) in fields
                     .OrderBy(field => field.Key, StringComparer.Ordinal)
                     .ThenBy(field => field.Value, StringComparer.Ordinal))
        {
            query.Append(query.Length == 0 ? "" : "&").Append(Encode(key)).Append('=').Append(Encode(value));
        }

        return query.ToString();
    }
}
