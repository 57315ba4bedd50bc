using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Items.Json;

/// <summary>Reads one entry of <c>storage</c> as an <c>EasStorage</c> item.</summary>
/// <remarks>Source: service-config.md section 6; C24: readOnly of oss and nfs, read_only of a dataset (true when left out).</remarks>
internal static class ConfigMount
{
    /// <returns>Null when the entry says more than an item can, or what no item would: it is then kept as it is.</returns>
    public static AttachedItem? Read(JsonNode? entry, string pointer, ConfigCursor cursor)
    {
        if (entry is not JsonObject { Count: 2 } mount || Text(mount["mount_path"]) is not { } path)
        {
            return null;
        }

        (string Kind, string Place, string ReadOnly, bool Default, string? Source)? found = mount switch
        {
            _ when mount["oss"] is JsonObject oss && Knows(oss, "path", "readOnly") => ("oss", "path", "readOnly", false, Text(oss["path"])),
            _ when mount["nfs"] is JsonObject nfs && Knows(nfs, "server", "path", "readOnly") => ("nfs", "server", "readOnly", false, NasOf(nfs)),
            _ when mount["dataset"] is JsonObject set && Knows(set, "id", "version", "read_only") => ("dataset", "id", "read_only", true, DatasetOf(set)),
            _ => null,
        };
        if (found is not { Source: { } source } kind || (kind.Kind != "oss" && StorageSource.Parse(source) is null) || FlagOf(mount[kind.Kind]![kind.ReadOnly], kind.Default) is not { } isReadOnly)
        {
            return null;
        }

        Dictionary<string, ItemValue> metadata = new(StringComparer.OrdinalIgnoreCase)
        {
            [Metadata.MountPath] = new ItemValue(path, cursor.At($"{pointer}/mount_path")),
            [Metadata.ReadOnly] = new ItemValue(isReadOnly ? "true" : "false", cursor.At($"{pointer}/{kind.Kind}/{kind.ReadOnly}")),
        };
        return new AttachedItem(source, cursor.At($"{pointer}/{kind.Kind}/{kind.Place}"), metadata.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase));
    }

    private static bool Knows(JsonObject source, params string[] names) => source.All(member => names.Contains(member.Key));

    private static string? NasOf(JsonObject nfs) => Text(nfs["server"]) is { } server && Text(nfs["path"]) is { } path ? $"{server}:{path}" : null;

    private static string? DatasetOf(JsonObject dataset)
    {
        string? version = Text(dataset["version"]);
        return Text(dataset["id"]) is { } id && (version is not null || dataset["version"] is null)
            ? $"dataset:{id}{(version is null ? "" : "@" + version)}"
            : null;
    }

    /// <returns>Null when it is there and no flag.</returns>
    private static bool? FlagOf(JsonNode? node, bool whenLeftOut) => node?.GetValueKind() switch
    {
        null => whenLeftOut,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static string? Text(JsonNode? node) => node is JsonValue value ? ConfigCursor.TextOf(value, JsonTypes.Text) : null;
}
