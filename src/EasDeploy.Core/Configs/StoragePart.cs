using System.Text.Json.Serialization;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Configs;

/// <summary>One entry of <c>storage</c>: a mount path and exactly one source.</summary>
/// <remarks>Source: service-config.md section 6; the final slash of an OSS folder is required (C23).</remarks>
internal sealed record StoragePart(
    [property: JsonPropertyName("mount_path")] string MountPath,
    [property: JsonPropertyName("oss")] OssSource? Oss,
    [property: JsonPropertyName("nfs")] NfsSource? Nfs,
    [property: JsonPropertyName("dataset")] DatasetSource? Dataset)
{
    /// <returns>Null when nothing is mounted: an empty section is never written.</returns>
    public static IReadOnlyList<StoragePart>? Of(ResolvedService service) => service.Spec.Environment.Mounts.IsEmpty
        ? null
        : [.. service.Spec.Environment.Mounts.Select(Of)];

    private static StoragePart Of(StorageMount mount) => mount.Parsed switch
    {
        StorageSource.OssFolder oss => new(mount.MountPath.Value, new OssSource(oss.Path, mount.ReadOnly), null, null),
        StorageSource.NasPath nas => new(mount.MountPath.Value, null, new NfsSource(nas.Server, nas.Path, mount.ReadOnly), null),
        StorageSource.PaiDataset dataset => new(mount.MountPath.Value, null, null, new DatasetSource(dataset.Id, dataset.Version, mount.ReadOnly)),
        // Only in a draft: a rule refuses it.
        _ => new(mount.MountPath.Value, new OssSource(mount.Source.Value, mount.ReadOnly), null, null),
    };
}

internal sealed record OssSource(
    [property: JsonPropertyName("path")] string Path,
    [property: JsonPropertyName("readOnly")] bool ReadOnly);

internal sealed record NfsSource(
    [property: JsonPropertyName("server")] string Server,
    [property: JsonPropertyName("path")] string Path,
    [property: JsonPropertyName("readOnly")] bool ReadOnly);

/// <param name="ReadOnly">Spelled in snake case here alone (C24); its own default in the cloud is true.</param>
internal sealed record DatasetSource(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("version")] string? Version,
    [property: JsonPropertyName("read_only")] bool ReadOnly);
