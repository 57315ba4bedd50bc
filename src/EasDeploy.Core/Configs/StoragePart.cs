using System.Text.Json.Serialization;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Configs;

/// <summary>One entry of <c>storage</c>.</summary>
/// <remarks>Source: service-config.md section 6; the final slash is required (C23).</remarks>
internal sealed record StoragePart(
    [property: JsonPropertyName("mount_path")] string MountPath,
    [property: JsonPropertyName("oss")] OssSource Oss)
{
    /// <returns>Null when nothing is mounted: an empty section is never written.</returns>
    public static IReadOnlyList<StoragePart>? Of(ResolvedService service) => service.Spec.Environment.Mounts.IsEmpty
        ? null
        : [.. service.Spec.Environment.Mounts.Select(mount =>
            new StoragePart(mount.MountPath.Value, new OssSource(OssPath.WithSlash(mount.Source.Value), mount.ReadOnly)))];
}

internal sealed record OssSource(
    [property: JsonPropertyName("path")] string Path,
    [property: JsonPropertyName("readOnly")] bool ReadOnly);
