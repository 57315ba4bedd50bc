namespace EasDeploy.Emulator.Wire;

/// <summary>RFC 3986 encoding as the signatures want it: <c>A-Za-z0-9-_.~</c> stay, everything else becomes upper-case hex.</summary>
internal static class PercentEncoding
{
    public static string Encode(string text) => Uri.EscapeDataString(text);

    public static string Decode(string text) => Uri.UnescapeDataString(text);

    /// <summary>Decodes <c>a=1&amp;b=2</c>; a blank may be written as <c>+</c>, a pair without <c>=</c> has an empty value.</summary>
    /// <remarks>Source: openapi.md §3.2 (clients differ in how they write blanks; the verifier decodes and encodes again).</remarks>
    public static IReadOnlyList<(string Key, string Value)> Pairs(string query) =>
    [
        .. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            string[] parts = pair.Replace('+', ' ').Split('=', 2);
            return (Decode(parts[0]), parts.Length == 2 ? Decode(parts[1]) : "");
        }),
    ];
}
