using EasDeploy.Catalogs;

namespace EasDeploy.Aliyun.Oss;

/// <summary>Makes what a listing returned, which is one more than wanted where there is more, into the contents of a folder.</summary>
internal static class FolderContents
{
    public static FolderListing Of(IEnumerable<StorageEntry> entries, string folder, int limit)
    {
        StoredFile[] files =
        [
            .. entries.Where(entry => !entry.IsFolder && entry.Key.StartsWith(folder, StringComparison.Ordinal))
                .Select(entry => new StoredFile(entry.Key[folder.Length..], entry.Size)),
        ];
        return new FolderListing([.. files.Take(limit)], files.Length > limit);
    }
}
