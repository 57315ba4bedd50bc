using System.Security.Cryptography;
using System.Text;

namespace EasDeploy.Aliyun.Signing;

/// <summary>Signature OSS4-HMAC-SHA256 in its header form.</summary>
/// <remarks>Source: openapi.md section 8.1; test vectors E and F. Unlike ACS3 the host is not signed, and an empty value loses its <c>=</c>.</remarks>
internal static class Oss4Signature
{
    public const string Algorithm = "OSS4-HMAC-SHA256";
    public const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    /// <summary>Pairs sorted by encoded key; a bare key when the value is empty. Sent and signed in this one form.</summary>
    public static string Query(IEnumerable<KeyValuePair<string, string>> fields) => string.Join('&', fields
        .Select(field => (Key: PercentEncoding.Encode(field.Key), Value: PercentEncoding.Encode(field.Value)))
        .OrderBy(field => field.Key, StringComparer.Ordinal)
        .Select(field => field.Value.Length == 0 ? field.Key : $"{field.Key}={field.Value}"));

    /// <param name="resource">
    /// <c>/</c>, <c>/{bucket}/</c> or <c>/{bucket}/{key}</c>, encoded with <c>/</c> kept; the bucket also when it is in the host.
    /// </param>
    /// <param name="headers">Every <c>x-oss-*</c>, lower-case names in ordinal order.</param>
    public static string CanonicalRequest(string method, string resource, string query, SortedDictionary<string, string> headers)
    {
        StringBuilder text = new();
        text.Append(method).Append('\n').Append(resource).Append('\n').Append(query).Append('\n');
        foreach ((string name, string value) in headers)
        {
            text.Append(name).Append(':').Append(value.Trim()).Append('\n');
        }

        return text.Append("\n\n").Append(headers["x-oss-content-sha256"]).ToString();
    }

    /// <param name="time"><c>yyyyMMddTHHmmssZ</c>, as in header <c>x-oss-date</c>.</param>
    /// <param name="region">Without the <c>oss-</c> prefix.</param>
    public static string StringToSign(string time, string region, string canonicalRequest) =>
        $"{Algorithm}\n{time}\n{Scope(time, region)}\n{Acs3Signature.Hash(Encoding.UTF8.GetBytes(canonicalRequest))}";

    /// <summary>Value of the <c>Authorization</c> header.</summary>
    public static string Authorization(string accessKeyId, string accessKeySecret, string time, string region, string canonicalRequest)
    {
        byte[] key = Hmac(Encoding.UTF8.GetBytes("aliyun_v4" + accessKeySecret), time[..8]);
        key = Hmac(Hmac(Hmac(key, region), "oss"), "aliyun_v4_request");
        string signature = Convert.ToHexStringLower(Hmac(key, StringToSign(time, region, canonicalRequest)));
        return $"{Algorithm} Credential={accessKeyId}/{Scope(time, region)},Signature={signature}";
    }

    private static string Scope(string time, string region) => $"{time[..8]}/{region}/oss/aliyun_v4_request";

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
