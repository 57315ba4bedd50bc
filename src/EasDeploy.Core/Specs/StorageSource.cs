using System.Text.RegularExpressions;

namespace EasDeploy.Specs;

/// <summary>Where a mount comes from. Only <see cref="Parse"/> makes one.</summary>
/// <remarks>Source: deployment workflow, step 2.2; service-config.md section 6; design section 3.</remarks>
public abstract partial record StorageSource
{
    private StorageSource()
    {
    }

    /// <summary><c>oss://bucket/folder/</c>, <c>server:/path</c>, or <c>dataset:d-…@v1</c>; null when the text is none of them.</summary>
    public static StorageSource? Parse(string text)
    {
        string source = text.Trim();
        if (OssPath.IsFolder(source))
        {
            return new OssFolder(OssPath.WithSlash(source));
        }

        if (DatasetForm().Match(source) is { Success: true } dataset)
        {
            return new PaiDataset(dataset.Groups["id"].Value, dataset.Groups["version"] is { Success: true } version ? version.Value : null);
        }

        return NasForm().Match(source) is { Success: true } nas && !nas.Groups["path"].Value.Split('/').Contains("..")
            ? new NasPath(nas.Groups["server"].Value, nas.Groups["path"].Value)
            : null;
    }

    /// <param name="Path">With its final slash.</param>
    public sealed record OssFolder(string Path) : StorageSource;

    /// <summary>A folder of a NAS or CPFS file system.</summary>
    /// <param name="Server">Host name of the mount point.</param>
    /// <param name="Path">Absolute path on the server.</param>
    public sealed record NasPath(string Server, string Path) : StorageSource
    {
        /// <remarks>Source: service-config.md section 6: <c>cpfs-….cpfs.aliyuncs.com</c>.</remarks>
        public bool IsCpfs => Server.StartsWith("cpfs-", StringComparison.OrdinalIgnoreCase) || Server.Contains(".cpfs.", StringComparison.OrdinalIgnoreCase);
    }

    /// <param name="Version">For example <c>v1</c>; null = the latest.</param>
    public sealed record PaiDataset(string Id, string? Version) : StorageSource;

    [GeneratedRegex(@"^(?<server>[A-Za-z0-9][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)+):(?<path>/[^\x00-\x1F]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex NasForm();

    [GeneratedRegex(@"^dataset:(?<id>d-[A-Za-z0-9]+)(@(?<version>v[0-9]+))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DatasetForm();
}
