using System.Text.RegularExpressions;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Specs;

/// <summary>Where a service's model lies in object storage.</summary>
/// <param name="Mount">The mount it is part of.</param>
/// <param name="Path">The mount's folder, or what the start command names below it: <c>oss://bucket/folder/</c>, or a file such as <c>oss://bucket/folder/q4.gguf</c>.</param>
public sealed partial record ModelPlace(StorageMount Mount, string Path)
{
    /// <returns>Null when the model is not in object storage, or the start command fetches it from elsewhere.</returns>
    /// <remarks>Without a start command of the author's the first mount holds the model, as in the usual commands.</remarks>
    public static ModelPlace? Of(ServiceSpec service)
    {
        ServiceEnvironmentSpec environment = service.Environment;
        if (environment.StartText?.Value is not { } command)
        {
            return environment.Mounts is [var first, ..] ? Below(first, "") : null;
        }

        // Once for all paths: a hostile text may hold thousands.
        (StorageMount Mount, string Prefix)[] mounts =
            [.. environment.Mounts.Select(mount => (Mount: mount, Prefix: mount.MountPath.Value.TrimEnd('/') + "/")).OrderByDescending(mount => mount.Prefix.Length)];
        if (ModelOption().Match(command) is { Success: true } named)
        {
            return Named(mounts, named.Groups["path"].Value);
        }

        return Paths().Matches(command).Select(match => Named(mounts, match.Value)).FirstOrDefault(place => place is not null)
            ?? (service.Item.Find(Metadata.Model) is not null && environment.Mounts is [var model, ..] ? Below(model, "") : null);
    }

    /// <param name="mounts">The deepest first.</param>
    private static ModelPlace? Named((StorageMount Mount, string Prefix)[] mounts, string path)
    {
        string wanted = path.TrimEnd('/') + "/";
        (StorageMount? mount, string? prefix) = mounts.FirstOrDefault(mount => wanted.StartsWith(mount.Prefix, StringComparison.Ordinal));
        return mount is null ? null : Below(mount, wanted[prefix!.Length..]);
    }

    /// <param name="rest">Below the mount, with a final slash; empty = the mount itself.</param>
    private static ModelPlace? Below(StorageMount mount, string rest) => mount.Parsed is StorageSource.OssFolder folder && !rest.Split('/').Contains("..")
        ? new ModelPlace(mount, folder.Path + (ModelFile().IsMatch(rest) ? rest[..^1] : rest))
        : null;

    [GeneratedRegex(@"(?<!\S)(?:vllm\s+serve\s+|(?:--model(?:-path)?|-m)[= ]\s*(?!sglang\.|vllm\.))[""']?(?<path>[^\s""';&|-][^\s""';&|]*)", RegexOptions.CultureInvariant)]
    private static partial Regex ModelOption();

    [GeneratedRegex(@"(?<![^\s""'=:,])/[^\s""';&|,]+", RegexOptions.CultureInvariant)]
    private static partial Regex Paths();

    [GeneratedRegex(@"\.(gguf|safetensors|ckpt|pt|pth|onnx|bin|joblib|pkl|ubj)/$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ModelFile();
}
