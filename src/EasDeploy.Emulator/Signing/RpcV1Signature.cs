using System.Security.Cryptography;
using System.Text;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Signing;

/// <summary>The older RPC signature: everything in the parameters, HMAC-SHA1 over their sorted form.</summary>
/// <remarks>Source: openapi.md §9.3 and vector G.</remarks>
internal static class RpcV1Signature
{
    public static string StringToSign(string method, IEnumerable<(string Key, string Value)> parameters) =>
        $"{method}&%2F&" + PercentEncoding.Encode(string.Join('&', parameters.Where(p => p.Key != "Signature")
            .OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{PercentEncoding.Encode(p.Key)}={PercentEncoding.Encode(p.Value)}")));

    public static string Sign(string secret, string stringToSign, string algorithm = "HMAC-SHA1")
    {
        byte[] key = Encoding.UTF8.GetBytes(secret + "&");
        byte[] text = Encoding.UTF8.GetBytes(stringToSign);
#pragma warning disable CA5350 // Weak cryptographic algorithm: HMAC-SHA1 is what this signature version is made of.
        return Convert.ToBase64String(algorithm == "HMAC-SHA256" ? HMACSHA256.HashData(key, text) : HMACSHA1.HashData(key, text));
#pragma warning restore CA5350
    }

    public static Account Verify(
        WireRequest request, IReadOnlyList<(string Key, string Value)> parameters, KeyRing keys, NonceMemory nonces, DateTimeOffset now)
    {
        string? Value(string name) => parameters.FirstOrDefault(p => p.Key == name).Value;
        string Needed(string name) => Value(name) is { Length: > 0 } value ? value : throw ApiException.Missing(name);
        (string secret, Account account) = keys.Find(Needed("AccessKeyId"), Value("SecurityToken"), now);
        ClockWindow.Check(Needed("Timestamp"), "yyyy-MM-dd'T'HH:mm:ss'Z'", now);
        string nonce = Needed("SignatureNonce");
        string toSign = StringToSign(request.Method, parameters);
        byte[] expected = Encoding.ASCII.GetBytes(Sign(secret, toSign, Value("SignatureMethod") ?? "HMAC-SHA1"));
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(Needed("Signature"))))
        {
            throw new ApiException(400, "SignatureDoesNotMatch",
                $"Specified signature is not matched with our calculation. server string to sign is:{toSign}");
        }

        return nonces.TryUse(nonce) ? account : throw new ApiException(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
    }
}
