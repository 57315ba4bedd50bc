using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Oss;

/// <summary>Which bucket and object a request means, in path style (<c>/bucket/key</c>) or by host name (<c>bucket.host</c>).</summary>
/// <param name="Bucket">Null at service level.</param>
/// <param name="Key">Decoded; empty at bucket level.</param>
internal sealed record OssTarget(string? Bucket, string Key)
{
    /// <summary>Resource as the signatures see it: the bucket is always in it, a bucket alone ends in a slash.</summary>
    public string Resource => Bucket is null ? "/" : $"/{Bucket}/{Key}";

    public static OssTarget Of(WireRequest request)
    {
        string path = PercentEncoding.Decode(request.RawPath).TrimStart('/');
        string host = (request.Header("host") ?? "").Split(':')[0];
        if (BucketInHost(host) is string bucket)
        {
            return new OssTarget(bucket, path);
        }

        string[] parts = path.Split('/', 2);
        return parts[0].Length == 0 ? new OssTarget(null, "") : new OssTarget(parts[0], parts.ElementAtOrDefault(1) ?? "");
    }

    private static string? BucketInHost(string host)
    {
        int end = host.EndsWith(".localhost", StringComparison.Ordinal) ? host.Length - ".localhost".Length
            : host.EndsWith(".aliyuncs.com", StringComparison.Ordinal) ? host.IndexOf(".oss-", StringComparison.Ordinal) : -1;
        return end > 0 ? host[..end] : null;
    }
}
