using System.Security.Cryptography;
using System.Text;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Signing;

/// <summary>The older ROA signature (<c>Authorization: acs id:signature</c>), as the classic CLI sends it: no action, often no nonce.</summary>
/// <remarks>Source: aliyun-cli.md §4.1-4.2.</remarks>
internal static class RoaV1Signature
{
    public const string Scheme = "acs ";

    /// <param name="bareEmpty">True: a parameter with an empty value is signed by its name alone (Go); false: with its <c>=</c> (Node).</param>
    public static string StringToSign(WireRequest request, bool bareEmpty = true)
    {
        var text = new StringBuilder(request.Method).Append('\n');
        foreach (string name in (string[])["accept", "content-md5", "content-type", "date"])
        {
            text.Append(request.Header(name)).Append('\n');
        }

        foreach (string name in request.Headers.Keys.Where(h => h.StartsWith("x-acs-", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            text.Append(name).Append(':').Append(request.Header(name)).Append('\n');
        }

        text.Append(PercentEncoding.Decode(request.RawPath));
        string query = string.Join('&', request.Query.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => p.Value.Length == 0 && bareEmpty ? p.Key : $"{p.Key}={p.Value}"));
        return text.Append(query.Length == 0 ? "" : "?" + query).ToString();
    }

    public static string Sign(string secret, string stringToSign)
    {
#pragma warning disable CA5350 // Weak cryptographic algorithm: HMAC-SHA1 is what this signature version is made of.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(stringToSign)));
#pragma warning restore CA5350
    }

    public static Account Verify(WireRequest request, KeyRing keys, NonceMemory nonces, DateTimeOffset now)
    {
        string[] parts = request.Header("authorization")![Scheme.Length..].Split(':', 2);
        (string secret, Account account) = keys.Find(parts[0], request.Header("x-acs-security-token"), now);
        ClockWindow.Check(request.Header("date"), "r", now);
        string toSign = StringToSign(request);
        if (parts.Length < 2 || !BodyIsUntouched(request)
            || !(Matches(secret, toSign, parts[1]) || Matches(secret, StringToSign(request, bareEmpty: false), parts[1])))
        {
            throw new ApiException(400, "SignatureDoesNotMatch",
                $"Specified signature is not matched with our calculation. server string to sign is:{toSign}");
        }

        return request.Header("x-acs-signature-nonce") is not string nonce || nonces.TryUse(nonce)
            ? account
            : throw new ApiException(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
    }

    private static bool Matches(string secret, string toSign, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(secret, toSign)), Encoding.ASCII.GetBytes(given));

    /// <summary>The signature covers the body through its MD5; without that header a body would be unsigned.</summary>
    private static bool BodyIsUntouched(WireRequest request)
    {
#pragma warning disable CA5351 // Broken cryptographic algorithm: Content-MD5 is what this signature version is made of.
        return request.Header("content-md5") is string md5 ? md5 == Convert.ToBase64String(MD5.HashData(request.Body)) : request.Body.Length == 0;
#pragma warning restore CA5351
    }
}
