using System.Collections.Immutable;

namespace EasDeploy.Catalogs;

/// <summary>What the account's object storage holds, as far as the services mount it.</summary>
/// <param name="Buckets">Every bucket of the account, of every region; null = they may not be listed.</param>
/// <param name="Folders">One row for each folder that was looked into, by <see cref="ModelFolder.Path"/>.</param>
public sealed record CatalogStorage(ImmutableArray<CatalogBucket>? Buckets, ImmutableArray<ModelFolder> Folders)
{
    public static CatalogStorage NotAsked { get; } = new(null, []);

    /// <returns>Null = no bucket of this account, or the buckets are not known.</returns>
    public CatalogBucket? Bucket(string name) => Buckets?.FirstOrDefault(bucket => bucket.Name == name);

    /// <param name="path">With its scheme, and the final slash of a folder.</param>
    /// <returns>Null = not looked into.</returns>
    public ModelFolder? Folder(string path) => Folders.FirstOrDefault(folder => folder.Path == path);
}

/// <summary>A bucket of the account.</summary>
/// <param name="Region">For example <c>cn-hangzhou</c>, without the prefix <c>oss-</c>; empty = not told.</param>
/// <remarks>Source: OSS ListBuckets.</remarks>
public sealed record CatalogBucket(string Name, string Region);

/// <summary>One object below a folder.</summary>
/// <param name="Path">Relative to the folder, for example <c>vae/config.json</c>.</param>
/// <param name="Size">Bytes; null = the listing does not say.</param>
public sealed record StoredFile(string Path, long? Size);

/// <summary>The objects below a folder.</summary>
/// <param name="IsCut">There are more than were asked for.</param>
public sealed record FolderListing(ImmutableArray<StoredFile> Files, bool IsCut);
