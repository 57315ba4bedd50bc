using System.Collections.Immutable;
using EasDeploy.Catalogs;

namespace EasDeploy.Aliyun.Oss;

/// <summary>A bucket of the account, in whichever region.</summary>
/// <param name="Region">Without the <c>oss-</c> prefix.</param>
public sealed record Bucket(string Name, string Region);

/// <summary>One entry of a folder.</summary>
/// <param name="Key">Whole key in the bucket; a folder ends in <c>/</c>.</param>
/// <param name="Size">Bytes; null for a folder, or when the listing does not say.</param>
public sealed record StorageEntry(string Key, long? Size)
{
    public bool IsFolder => Key.EndsWith('/');
}

/// <summary>Looks into object storage: enough to choose a model and to see that it is there.</summary>
/// <exception cref="Diagnostics.CloudException">On every member: EAS70xx no answer, EAS71xx refused.</exception>
public interface IStorageListing : IDisposable
{
    /// <summary>Every bucket of the account.</summary>
    Task<ImmutableArray<Bucket>> ListBucketsAsync(CancellationToken ct);

    /// <summary>Files and folders directly in a folder.</summary>
    /// <param name="region">Region of the bucket; null = that of the settings.</param>
    /// <param name="folder">Empty for the top, else ends in <c>/</c>. The folder's own marker object is left out.</param>
    /// <param name="limit">Most entries; a folder may hold millions.</param>
    Task<ImmutableArray<StorageEntry>> ListFolderAsync(string bucket, string? region, string folder, int limit, CancellationToken ct);

    /// <summary>Objects of a folder and of its sub-folders.</summary>
    /// <param name="region">Region of the bucket; null = that of the settings.</param>
    /// <param name="folder">Empty for the top, else ends in <c>/</c>. The folder's own marker object is left out.</param>
    /// <param name="limit">Most objects.</param>
    Task<FolderListing> ListObjectsAsync(string bucket, string? region, string folder, int limit, CancellationToken ct);

    /// <summary>The beginning of an object: configuration files are read, never weights.</summary>
    /// <param name="region">Region of the bucket; null = that of the settings.</param>
    /// <param name="limit">Most bytes read; at least 1.</param>
    /// <returns>Null when the bucket has no such object, or it cannot be read this way.</returns>
    Task<ReadOnlyMemory<byte>?> GetObjectAsync(string bucket, string? region, string key, int limit, CancellationToken ct);
}
