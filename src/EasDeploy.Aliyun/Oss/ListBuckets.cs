using System.Collections.Immutable;
using System.Xml.Linq;
using EasDeploy.Aliyun.Requests;

namespace EasDeploy.Aliyun.Oss;

public sealed partial class OssClient
{
    private const string RegionPrefix = "oss-";

    /// <remarks>Source: openapi.md section 8: the paging elements are absent on the last page; Location carries the prefix <c>oss-</c>.</remarks>
    public async Task<ImmutableArray<Bucket>> ListBucketsAsync(CancellationToken ct)
    {
        ImmutableArray<Bucket>.Builder buckets = ImmutableArray.CreateBuilder<Bucket>();
        string? marker = null;
        do
        {
            ApiQuery query = new() { { "marker", marker }, { "max-keys", 1000 } };
            OssAnswer answer = await SendAsync("ListBuckets", null, null, "", query, null, "ListAllMyBucketsResult", ct).ConfigureAwait(false);
            XElement page = answer.Document!;
            int before = buckets.Count;
            buckets.AddRange(page.All("Buckets").SelectMany(list => list.All("Bucket"))
                .Where(bucket => bucket.Text("Name") is not null)
                .Select(bucket => new Bucket(bucket.Text("Name")!, WithoutPrefix(bucket.Text("Region") ?? bucket.Text("Location") ?? ""))));
            marker = page.Text("IsTruncated") == "true" && buckets.Count > before ? page.Text("NextMarker") : null;
        }
        while (!string.IsNullOrEmpty(marker));
        return buckets.ToImmutable();
    }

    private static string WithoutPrefix(string region) =>
        region.StartsWith(RegionPrefix, StringComparison.Ordinal) ? region[RegionPrefix.Length..] : region;
}
