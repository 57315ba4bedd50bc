using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Catalogs;

namespace EasDeploy.Aliyun.Oss;

public sealed partial class OssClient
{
    private const int MostKeysPerPage = 1000;

    /// <remarks>Source: openapi.md section 8: sub-folders come as CommonPrefixes.</remarks>
    public async Task<ImmutableArray<StorageEntry>> ListFolderAsync(string bucket, string? region, string folder, int limit, CancellationToken ct) =>
        [.. (await ListAsync(bucket, region, folder, "/", limit, ct).ConfigureAwait(false)).OrderBy(entry => entry.Key, StringComparer.Ordinal).Take(limit)];

    /// <remarks>Source: openapi.md section 8: without a delimiter every object below the prefix comes, in order.</remarks>
    public async Task<FolderListing> ListObjectsAsync(string bucket, string? region, string folder, int limit, CancellationToken ct)
    {
        List<StorageEntry> entries = await ListAsync(bucket, region, folder, null, limit, ct).ConfigureAwait(false);
        return FolderContents.Of(entries, folder, limit);
    }

    /// <summary>Follows the pages until one entry more than wanted is there, so that a cut is noticed. Names are URL-encoded because we ask for it.</summary>
    private async Task<List<StorageEntry>> ListAsync(string bucket, string? region, string folder, string? delimiter, int limit, CancellationToken ct)
    {
        List<StorageEntry> entries = [];
        string? token = null;
        do
        {
            ApiQuery query = new()
            {
                { "list-type", 2 },
                { "prefix", folder.Length == 0 ? null : folder },
                { "delimiter", delimiter },
                { "encoding-type", "url" },
                { "max-keys", Math.Clamp(limit - entries.Count + 1, 1, MostKeysPerPage) },
                { "continuation-token", token },
            };
            OssAnswer answer = await SendAsync("ListObjectsV2", bucket, region, "", query, null, "ListBucketResult", ct).ConfigureAwait(false);
            XElement page = answer.Document!;
            bool isEncoded = page.Text("EncodingType") == "url";
            string Name(string? text) => isEncoded ? Uri.UnescapeDataString((text ?? "").Replace('+', ' ')) : text ?? "";
            int before = entries.Count;
            entries.AddRange(page.All("CommonPrefixes").Select(entry => new StorageEntry(Name(entry.Text("Prefix")), null)));
            entries.AddRange(page.All("Contents")
                .Select(entry => new StorageEntry(
                    Name(entry.Text("Key")), long.TryParse(entry.Text("Size"), NumberStyles.None, CultureInfo.InvariantCulture, out long size) ? size : null))
                .Where(entry => entry.Key != folder));
            token = page.Text("IsTruncated") == "true" && Name(page.Text("NextContinuationToken")) is { Length: > 0 } next && next != token ? next : null;
            if (entries.Count == before && token is null)
            {
                break;
            }
        }
        while (token is not null && entries.Count <= limit);
        return entries;
    }
}
