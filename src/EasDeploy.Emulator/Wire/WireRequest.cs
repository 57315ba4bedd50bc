using Microsoft.AspNetCore.Http.Features;

namespace EasDeploy.Emulator.Wire;

/// <summary>A request as it stood on the wire: undecoded target, headers by lower-case name, body bytes.</summary>
/// <param name="Target">Request target as sent: path and, after <c>?</c>, query, both still percent-encoded.</param>
/// <param name="Headers">Repeated headers keep all their values, in order.</param>
internal sealed record WireRequest(string Method, string Target, IReadOnlyDictionary<string, string[]> Headers, byte[] Body)
{
    /// <summary>Percent-encoded path.</summary>
    public string RawPath => Target.Split('?', 2)[0];

    /// <summary>Percent-encoded query without the <c>?</c>; empty when there is none.</summary>
    public string RawQuery => Target.Contains('?', StringComparison.Ordinal) ? Target.Split('?', 2)[1] : "";

    /// <summary>Decoded pairs in the order sent; <c>+</c> is a blank.</summary>
    public IReadOnlyList<(string Key, string Value)> Query => PercentEncoding.Pairs(RawQuery);

    /// <returns>The values joined with commas, or null when the header is absent.</returns>
    public string? Header(string name) => Headers.TryGetValue(name, out string[]? values) ? string.Join(",", values) : null;

    public static async Task<WireRequest> ReadAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        string target = OriginForm(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var headers = request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.Select(v => v ?? "").ToArray());
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, context.RequestAborted);
        return new WireRequest(request.Method, target, headers, body.ToArray());
    }

    /// <summary>A proxy is given the whole address (RFC 9112, section 3.2.2); every server must take it as well.</summary>
    private static string OriginForm(string target)
    {
        int scheme = target.StartsWith('/') ? -1 : target.IndexOf("://", StringComparison.Ordinal);
        int path = scheme < 0 ? 0 : target.IndexOf('/', scheme + 3);
        return path < 0 ? "/" : target[path..];
    }
}
