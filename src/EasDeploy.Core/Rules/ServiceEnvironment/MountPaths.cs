using EasDeploy.Items;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>What the mount path rules share: which paths an item writes, and how paths compare.</summary>
/// <remarks>Source: R4003: compared without the final slash.</remarks>
internal static class MountPaths
{
    /// <summary>ModelMountPath, the MountPath of every EasStorage item, and that of what a document mounts beyond items, each with the name of its metadata.</summary>
    public static IEnumerable<(string MetadataName, ItemValue Value)> WrittenIn(ServiceItem item)
    {
        if (item.Find(Metadata.ModelMountPath) is { } model)
        {
            yield return (Metadata.ModelMountPath, model);
        }

        foreach (AttachedItem storage in item.Storage.Concat(item.OtherMounts))
        {
            if (storage.Find(Metadata.MountPath) is { } path)
            {
                yield return (Metadata.MountPath, path);
            }
        }
    }

    public static bool IsAbsolute(string path) => path.StartsWith('/') && !path.Split('/').Contains("..");

    /// <returns><c>/a/b</c> for <c>/a//./b/</c>; <c>/</c> for the root.</returns>
    public static string Normalize(string path) =>
        "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "."));

    /// <summary>Equal, or below; both normalized.</summary>
    public static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);
}
