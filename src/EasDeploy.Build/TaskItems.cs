using System.Collections.Immutable;
using EasDeploy.Items.Projects;
using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>Takes the engine's items for ours.</summary>
internal static class TaskItems
{
    public static ImmutableArray<ProjectItem> Written(this ITaskItem[] items) => [.. items.Select(item => Written(item, ""))];

    /// <summary>Items whose Include is a path; of a name or an address no path is made.</summary>
    public static ImmutableArray<ProjectItem> WrittenFiles(this ITaskItem[] items) => [.. items.Select(item => Written(item, item.GetMetadata("FullPath")))];

    private static ProjectItem Written(ITaskItem item, string fullPath)
    {
        ImmutableDictionary<string, string>.Builder metadata = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in item.CloneCustomMetadata().Keys)
        {
            if (item.GetMetadata(name) is { Length: > 0 } text)
            {
                metadata[name] = text;
            }
        }

        return new ProjectItem(item.ItemSpec, fullPath, item.GetMetadata("DefiningProjectFullPath"), metadata.ToImmutable());
    }
}
