using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Specs;

namespace EasDeploy.Catalogs;

/// <summary>Looks at the buckets and into the folders that services mount, and at nothing when none does.</summary>
/// <remarks>What storage refuses is not checked: who may deploy to EAS need not be allowed to read every bucket. Source: deployment workflow, step 2.2.</remarks>
internal static class StorageQuery
{
    /// <summary>Most objects read of one folder. Model folders hold tens; a folder of training pictures may hold millions.</summary>
    public const int MostObjects = 5000;

    private const int FoldersAtOnce = 8;

    /// <returns>Null = no service mounts object storage.</returns>
    public static async Task<CatalogStorage?> RunAsync(ICatalogSource source, string region, IReadOnlyList<ServiceSpec> services, CancellationToken ct)
    {
        string[] paths = [.. services.SelectMany(PathsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (paths.Length == 0)
        {
            return null;
        }

        ImmutableArray<CatalogBucket>? buckets = await BucketsAsync(source, ct).ConfigureAwait(false);
        using SemaphoreSlim places = new(FoldersAtOnce);
        ModelFolder[] folders = await Task.WhenAll(paths.Select(async path =>
        {
            await places.WaitAsync(ct).ConfigureAwait(false);
            try
            {
                return await FolderAsync(source, path, region, buckets, ct).ConfigureAwait(false);
            }
            finally
            {
                places.Release();
            }
        })).ConfigureAwait(false);
        return new CatalogStorage(buckets, [.. folders]);
    }

    /// <summary>The folders of a service that are looked into, and the file its start command names.</summary>
    internal static IEnumerable<string> PathsOf(ServiceSpec service) => service.Environment.Mounts
        .Select(mount => (mount.Parsed as StorageSource.OssFolder)?.Path)
        .Append(ModelPlace.Of(service)?.Path)
        .OfType<string>();

    private static async Task<ImmutableArray<CatalogBucket>?> BucketsAsync(ICatalogSource source, CancellationToken ct)
    {
        try
        {
            return await source.ListBucketsAsync(ct).ConfigureAwait(false);
        }
        catch (CloudException)
        {
            return null;
        }
    }

    private static async Task<ModelFolder> FolderAsync(
        ICatalogSource source, string path, string region, ImmutableArray<CatalogBucket>? buckets, CancellationToken ct)
    {
        (string bucket, string key) = OssPath.Split(path);
        if (buckets?.FirstOrDefault(row => row.Name == bucket) is { Region.Length: > 0 } known && known.Region != region)
        {
            return ModelFolder.NotListed(path, FolderState.OtherRegion);
        }

        string folder = key[..(key.LastIndexOf('/') + 1)];
        try
        {
            FolderListing listing = await source.ListObjectsAsync(bucket, folder, MostObjects, ct).ConfigureAwait(false);
            return ModelFolder.Of(path, listing, await ConfigAsync(source, bucket, folder, listing, ct).ConfigureAwait(false));
        }
        catch (CloudException refusal) when (refusal.ErrorCode == "NoSuchBucket")
        {
            return ModelFolder.NotListed(path, FolderState.NoBucket);
        }
        catch (CloudException refusal)
        {
            return ModelFolder.NotListed(path, FolderState.NotReadable, refusal.ErrorCode ?? refusal.Descriptor.Code);
        }
    }

    private static async Task<ModelConfig?> ConfigAsync(
        ICatalogSource source, string bucket, string folder, FolderListing listing, CancellationToken ct)
    {
        if (!listing.Files.Any(file => file is { Path: "config.json", Size: null or <= ModelConfig.MostBytes }))
        {
            return null;
        }

        try
        {
            return await source.GetObjectAsync(bucket, folder + "config.json", ModelConfig.MostBytes, ct).ConfigureAwait(false) is { } json
                ? ModelConfig.Read(json)
                : null;
        }
        catch (CloudException)
        {
            return null;
        }
    }
}
