using System.Collections.Immutable;
using EasDeploy.Catalogs;

namespace EasDeploy.Aliyun;

/// <summary>The part of the catalog that only services with mounted object storage, or with an image of their own, need.</summary>
public sealed partial class AliyunCloud
{
    public async Task<ImmutableArray<CatalogBucket>> ListBucketsAsync(CancellationToken ct) =>
        [.. (await Storage.ListBucketsAsync(ct).ConfigureAwait(false)).Select(bucket => new CatalogBucket(bucket.Name, bucket.Region))];

    public Task<FolderListing> ListObjectsAsync(string bucket, string folder, int limit, CancellationToken ct) =>
        Storage.ListObjectsAsync(bucket, null, folder, limit, ct);

    public Task<ReadOnlyMemory<byte>?> GetObjectAsync(string bucket, string key, int limit, CancellationToken ct) =>
        Storage.GetObjectAsync(bucket, null, key, limit, ct);

    public Task<ImmutableArray<CatalogImage>> FindImagesAsync(string name, CancellationToken ct) => AIWorkSpace.FindImagesAsync(name, ct);
}
