using System.Security.Cryptography;
using System.Text;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Oss;

/// <summary>The older header signature: <c>OSS id:base64(HMAC-SHA1)</c>.</summary>
/// <remarks>Source: the vendor's documentation of signature version 1; checked against ali-oss by the referee.</remarks>
internal static class OssV1
{
    public const string Scheme = "OSS ";

    /// <summary>Query names that belong to the signed resource, as far as the emulated operations use them.</summary>
    private static readonly HashSet<string> SubResources =
        ["location", "continuation-token", "security-token", "acl", "bucketInfo", "stat", "objectMeta", "tagging", "uploads", "uploadId", "partNumber"];

    /// <exception cref="OssException">403 when it is not <c>OSS id:signature</c>.</exception>
    public static (string AccessKeyId, string Signature) Parse(string authorization) =>
        authorization[Scheme.Length..].Split(':', 2) is [string id, string signature]
            ? (id, signature)
            : throw new OssException(403, "AccessDenied", "The Authorization header is not 'OSS AccessKeyId:Signature'.");

    public static string StringToSign(WireRequest request, OssTarget target)
    {
        var text = new StringBuilder();
        text.Append(request.Method).Append('\n').Append(request.Header("content-md5")).Append('\n').Append(request.Header("content-type")).Append('\n')
            .Append(request.Header("x-oss-date") ?? request.Header("date")).Append('\n');
        foreach (string name in request.Headers.Keys.Where(h => h.StartsWith("x-oss-", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            text.Append(name).Append(':').Append(request.Header(name)!.Trim()).Append('\n');
        }

        text.Append(target.Resource);
        string query = string.Join('&', request.Query.Where(p => SubResources.Contains(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => p.Value.Length == 0 ? p.Key : $"{p.Key}={p.Value}"));
        return text.Append(query.Length == 0 ? "" : "?" + query).ToString();
    }

    public static string Sign(string secret, string stringToSign)
    {
#pragma warning disable CA5350 // Weak cryptographic algorithm: HMAC-SHA1 is what this signature version is made of.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(stringToSign)));
#pragma warning restore CA5350
    }
}
