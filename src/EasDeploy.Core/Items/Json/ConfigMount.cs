using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Items.Json;

/// <summary>
/// Reads <c>storage</c>: folders of OSS and of file servers, and datasets, are <c>EasStorage</c> items; what else is mounted has a path only.
/// </summary>
/// <remarks>Source: service-config.md section 6; C24: readOnly of oss and nfs, read_only of a dataset (true when left out).</remarks>
internal static class ConfigMount
{
    private const string Pointer = "/storage";

    /// <summary>What a mount may hold that no item says.</summary>
    private static readonly string[] s_others = ["git", "image", "empty_dir", "cache", "code", "model"];

    /// <summary>
    /// The section leaves the document when items say all of it: written and kept entries must not be mixed up. The order of mounts means nothing.
    /// </summary>
    /// <returns>The items, and the mounts of another kind, which are named by it.</returns>
    public static (ImmutableArray<AttachedItem> Mounts, ImmutableArray<AttachedItem> Others) ReadAll(ConfigCursor cursor)
    {
        if (cursor.Peek(Pointer) is not JsonArray list)
        {
            return ([], []);
        }

        (AttachedItem? Mount, bool IsWhole)[] read = [.. list.Select((entry, i) => Read(entry, $"{Pointer}/{i}", cursor))];
        ImmutableArray<AttachedItem> others = [.. list.Select((entry, i) => Other(entry, $"{Pointer}/{i}", cursor)).OfType<AttachedItem>()];
        if (read.All(mount => mount.IsWhole))
        {
            cursor.Remove(Pointer);
        }

        return ([.. read.Select(mount => mount.Mount).OfType<AttachedItem>()], others);
    }

    /// <returns>The item and whether it says all of the entry; no item when the entry is of another kind or names no source.</returns>
    private static (AttachedItem? Mount, bool IsWhole) Read(JsonNode? entry, string pointer, ConfigCursor cursor)
    {
        if (entry is not JsonObject mount)
        {
            return (null, false);
        }

        (string Kind, string Place, string ReadOnly, string[] Known, string? Source)? found = mount switch
        {
            _ when mount["oss"] is JsonObject oss => ("oss", "path", "readOnly", ["path", "readOnly"], Text(oss["path"])),
            _ when mount["nfs"] is JsonObject nfs => ("nfs", "server", "readOnly", ["server", "path", "readOnly"], NasOf(nfs)),
            _ when mount["dataset"] is JsonObject set => ("dataset", "id", "read_only", ["id", "version", "read_only"], DatasetOf(set)),
            _ => null,
        };
        if (found is not { Source: { } source } kind)
        {
            return (null, false);
        }

        JsonObject body = mount[kind.Kind]!.AsObject();
        JsonNode? flag = body[kind.ReadOnly];
        string place = kind.Kind == "nfs" && StorageSource.Parse(source) is null ? "path" : kind.Place;
        Dictionary<string, ItemValue> metadata = new(StringComparer.OrdinalIgnoreCase);
        if (flag?.GetValueKind() is null or JsonValueKind.True or JsonValueKind.False)
        {
            bool isReadOnly = flag?.GetValue<bool>() ?? kind.Kind == "dataset";
            metadata[Metadata.ReadOnly] = new ItemValue(isReadOnly ? "true" : "false", cursor.At($"{pointer}/{kind.Kind}/{kind.ReadOnly}"));
        }

        if (Text(mount["mount_path"]) is { } path)
        {
            metadata[Metadata.MountPath] = new ItemValue(path, cursor.At($"{pointer}/mount_path"));
        }

        AttachedItem item = new(
            source,
            cursor.At(metadata.ContainsKey(Metadata.MountPath) ? $"{pointer}/{kind.Kind}/{place}" : pointer),
            metadata.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase));
        bool isWhole = metadata.Count == 2 && mount.Count == 2 && body.All(member => kind.Known.Contains(member.Key))
            && (body["version"] is null || Text(body["version"]) is not null) && (kind.Kind == "oss" || StorageSource.Parse(source) is not null);
        return (item, isWhole);
    }

    private static AttachedItem? Other(JsonNode? entry, string pointer, ConfigCursor cursor)
    {
        if (entry is not JsonObject mount || s_others.FirstOrDefault(mount.ContainsKey) is not { } kind)
        {
            return null;
        }

        ImmutableDictionary<string, ItemValue> metadata = ImmutableDictionary.Create<string, ItemValue>(StringComparer.OrdinalIgnoreCase);
        return new AttachedItem(
            kind,
            cursor.At(pointer),
            Text(mount["mount_path"]) is { } path ? metadata.Add(Metadata.MountPath, new ItemValue(path, cursor.At($"{pointer}/mount_path"))) : metadata);
    }

    private static string? NasOf(JsonObject nfs) => Text(nfs["server"]) is { } server && Text(nfs["path"]) is { } path ? $"{server}:{path}" : null;

    private static string? DatasetOf(JsonObject dataset)
    {
        string? version = Text(dataset["version"]);
        return Text(dataset["id"]) is { } id ? $"dataset:{id}{(version is null ? "" : "@" + version)}" : null;
    }

    private static string? Text(JsonNode? node) => ConfigCursor.TextOf(node);
}
