using System.Security.Cryptography;
using System.Text;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Oss;

/// <summary>OSS4-HMAC-SHA256, header form.</summary>
/// <remarks>Source: openapi.md §8.1, vectors E and F.</remarks>
internal static class OssV4
{
    public const string Algorithm = "OSS4-HMAC-SHA256";

    public const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    private const string ScopeEnd = "/oss/aliyun_v4_request";

    /// <exception cref="OssException">403 when a part is missing or the scope names another region.</exception>
    public static (string AccessKeyId, string Signature) Parse(string authorization, string region)
    {
        Dictionary<string, string> fields = Fields(authorization);
        string[] scope = fields.GetValueOrDefault("Credential", "").Split('/');
        return fields.TryGetValue("Signature", out string? signature) && scope.Length == 5 && scope[2] == region
            ? (scope[0], signature)
            : throw new OssException(403, "AccessDenied", $"The Authorization header is incomplete or its scope is not of region {region}.");
    }

    public static string CanonicalRequest(WireRequest request, OssTarget target)
    {
        string[] additional = Fields(request.Header("authorization") ?? "").GetValueOrDefault("AdditionalHeaders", "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> query = request.Query.Select(p => (Key: PercentEncoding.Encode(p.Key), Value: PercentEncoding.Encode(p.Value)))
            .OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value.Length == 0 ? p.Key : $"{p.Key}={p.Value}");
        IEnumerable<string> headers = request.Headers.Keys
            .Where(h => h is "content-type" or "content-md5" || h.StartsWith("x-oss-", StringComparison.Ordinal) || additional.Contains(h))
            .Order(StringComparer.Ordinal).Select(h => $"{h}:{request.Header(h)!.Trim()}\n");
        string path = string.Join('/', target.Resource.Split('/').Select(PercentEncoding.Encode));
        return string.Join('\n', request.Method, path, string.Join('&', query), string.Concat(headers), string.Join(';', additional),
            request.Header("x-oss-content-sha256"));
    }

    public static string StringToSign(WireRequest request, OssTarget target, string region)
    {
        string date = request.Header("x-oss-date") ?? "";
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalRequest(request, target))));
        return $"{Algorithm}\n{date}\n{(date.Length >= 8 ? date[..8] : "")}/{region}{ScopeEnd}\n{hash}";
    }

    public static string Sign(string secret, string stringToSign, string region)
    {
        string day = stringToSign.Split('\n')[1] is { Length: >= 8 } date ? date[..8] : "";
        byte[] key = Encoding.UTF8.GetBytes("aliyun_v4" + secret);
        foreach (string part in (string[])[day, region, "oss", "aliyun_v4_request"])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));
    }

    private static Dictionary<string, string> Fields(string authorization) =>
        authorization.StartsWith(Algorithm + " ", StringComparison.Ordinal)
            ? authorization[(Algorithm.Length + 1)..].Split(',').Select(f => f.Trim().Split('=', 2)).Where(f => f.Length == 2)
                .DistinctBy(f => f[0]).ToDictionary(f => f[0], f => f[1])
            : [];
}
