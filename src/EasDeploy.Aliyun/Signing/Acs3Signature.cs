using System.Security.Cryptography;
using System.Text;

namespace EasDeploy.Aliyun.Signing;

/// <summary>Signature ACS3-HMAC-SHA256, the same for ROA and RPC products.</summary>
/// <remarks>Source: openapi.md sections 3.1 and 3.2 ("V3 request structure and signature"); test vectors A to D and H.</remarks>
internal static class Acs3Signature
{
    public const string Algorithm = "ACS3-HMAC-SHA256";

    /// <param name="path">As sent: encoded once, not again.</param>
    /// <param name="query">As <see cref="PercentEncoding.Query"/> writes it.</param>
    /// <param name="signedHeaders">Every <c>x-acs-*</c>, <c>host</c>, and <c>content-type</c> when there is a body; lower-case names in ordinal order.</param>
    public static string CanonicalRequest(
        string method, string path, string query, SortedDictionary<string, string> signedHeaders, string bodyHash)
    {
        StringBuilder text = new();
        text.Append(method).Append('\n').Append(path).Append('\n').Append(query).Append('\n');
        foreach ((string name, string value) in signedHeaders)
        {
            text.Append(name).Append(':').Append(value.Trim()).Append('\n');
        }

        return text.Append('\n').AppendJoin(';', signedHeaders.Keys).Append('\n').Append(bodyHash).ToString();
    }

    /// <summary>Value of the <c>Authorization</c> header.</summary>
    public static string Authorization(
        string accessKeyId, string accessKeySecret, IEnumerable<string> signedHeaderNames, string canonicalRequest) =>
        $"{Algorithm} Credential={accessKeyId},SignedHeaders={string.Join(';', signedHeaderNames)},"
        + $"Signature={Signature(accessKeySecret, StringToSign(canonicalRequest))}";

    public static string StringToSign(string canonicalRequest) =>
        $"{Algorithm}\n{Hash(Encoding.UTF8.GetBytes(canonicalRequest))}";

    public static string Signature(string accessKeySecret, string stringToSign) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(accessKeySecret), Encoding.UTF8.GetBytes(stringToSign)));

    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
