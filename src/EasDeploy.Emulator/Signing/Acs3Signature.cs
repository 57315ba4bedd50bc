using System.Security.Cryptography;
using System.Text;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Signing;

/// <summary>ACS3-HMAC-SHA256 over the request as it stood on the wire.</summary>
/// <remarks>Source: openapi.md §3.1-3.2; the emulator's own code, shared with no client.</remarks>
internal static class Acs3Signature
{
    public const string Algorithm = "ACS3-HMAC-SHA256";

    private static readonly string[] AlwaysSigned =
        ["host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version"];

    /// <param name="signedHeaders">Lower-case names in the order the client declared.</param>
    public static string CanonicalRequest(WireRequest request, IReadOnlyList<string> signedHeaders)
    {
        string path = request.RawPath.Replace("+", "%20", StringComparison.Ordinal)
            .Replace("*", "%2A", StringComparison.Ordinal).Replace("%7E", "~", StringComparison.OrdinalIgnoreCase);
        IEnumerable<string> query = request.Query.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => $"{PercentEncoding.Encode(p.Key)}={PercentEncoding.Encode(p.Value)}");
        var headers = new StringBuilder();
        foreach (string name in signedHeaders.Order(StringComparer.Ordinal))
        {
            IEnumerable<string> values = request.Headers.TryGetValue(name, out string[]? sent) ? sent.Select(v => v.Trim()) : [];
            headers.Append(name).Append(':').AppendJoin(',', values.Order(StringComparer.Ordinal)).Append('\n');
        }

        return string.Join('\n', request.Method, path.Length == 0 ? "/" : path, string.Join('&', query), headers.ToString(),
            string.Join(';', signedHeaders), HexSha256(request.Body));
    }

    public static string StringToSign(string canonicalRequest) =>
        $"{Algorithm}\n{HexSha256(Encoding.UTF8.GetBytes(canonicalRequest))}";

    public static string Sign(string secret, string stringToSign) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(stringToSign)));

    /// <returns>The account that signed.</returns>
    /// <exception cref="ApiException">The codes of openapi.md §4.2.</exception>
    public static Account Verify(WireRequest request, KeyRing keys, NonceMemory nonces, DateTimeOffset now)
    {
        (string accessKeyId, string[] signedHeaders, string signature) = Parse(request.Header("authorization") ?? "");
        (string secret, Account account) = keys.Find(accessKeyId, request.Header("x-acs-security-token"), now);
        ClockWindow.Check(request.Header("x-acs-date"), "yyyy-MM-dd'T'HH:mm:ss'Z'", now);

        string? unsigned = MustBeSigned(request).Except(signedHeaders).FirstOrDefault();
        if (unsigned is not null)
        {
            throw new ApiException(400, "IncompleteSignature", $"The header {unsigned} must be sent and signed.");
        }

        string canonical = CanonicalRequest(request, signedHeaders);
        string stringToSign = StringToSign(canonical);
        byte[] expected = Encoding.ASCII.GetBytes(Sign(secret, stringToSign));
        if (request.Header("x-acs-content-sha256") != HexSha256(request.Body)
            || !CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(signature)))
        {
            throw new ApiException(400, "SignatureDoesNotMatch",
                "Specified signature does not match our calculation. "
                + $"server StringToSign is [{stringToSign}], server CanonicalRequest is [{canonical}]");
        }

        return nonces.TryUse(request.Header("x-acs-signature-nonce")!)
            ? account
            : throw new ApiException(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
    }

    private static IEnumerable<string> MustBeSigned(WireRequest request) =>
        AlwaysSigned.Concat(request.Headers.Keys.Where(h => h.StartsWith("x-acs-", StringComparison.Ordinal) || h == "content-type"));

    private static (string AccessKeyId, string[] SignedHeaders, string Signature) Parse(string authorization)
    {
        Dictionary<string, string> fields = authorization.StartsWith(Algorithm + " ", StringComparison.Ordinal)
            ? authorization[(Algorithm.Length + 1)..].Split(',').Select(f => f.Trim().Split('=', 2))
                .Where(f => f.Length == 2).DistinctBy(f => f[0]).ToDictionary(f => f[0], f => f[1])
            : [];
        return fields.TryGetValue("Credential", out string? credential)
            && fields.TryGetValue("SignedHeaders", out string? headers)
            && fields.TryGetValue("Signature", out string? signature)
            ? (credential, headers.Split(';'), signature)
            : throw new ApiException(400, "IncompleteSignature",
                $"The request signature does not conform to Alibaba Cloud standards: Authorization is not '{Algorithm} Credential=…,SignedHeaders=…,Signature=…'.");
    }

    private static string HexSha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
