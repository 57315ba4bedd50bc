using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Oss;

public sealed partial class OssClient
{
    /// <remarks>Source: openapi.md section 8 (errors); the Range header is HTTP's own.</remarks>
    public async Task<ReadOnlyMemory<byte>?> GetObjectAsync(string bucket, string? region, string key, int limit, CancellationToken ct)
    {
        try
        {
            OssAnswer answer = await SendAsync("GetObject", bucket, region, key, [], $"bytes=0-{limit - 1}", null, ct).ConfigureAwait(false);
            return answer.Body.Length > limit ? answer.Body[..limit] : answer.Body;
        }
        catch (CloudException refusal) when (refusal.ErrorCode == "NoSuchKey")
        {
            return null;
        }
    }
}
