using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A mount source has the form <c>oss://bucket/folder/</c>.</summary>
/// <remarks>Source: deployment workflow, step 2.2; R4010, R4012. A missing final slash is added, not refused (EAS2901).</remarks>
public sealed class EAS2005OssPathForm : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2005", Severity.Error, "Mount source is not an OSS folder",
        "service '{0}': {1} '{2}' {3}. Write it like {4}.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(Metadata.Model) is { } model && Reason(model.Text) is { } wrong)
        {
            yield return Descriptor.At(model.Location, item.Name.Shown(), Metadata.Model, model.Text.Shown(), wrong, Example(model.Text));
        }

        foreach (AttachedItem storage in item.Storage)
        {
            if (Reason(storage.Include) is { } reason)
            {
                yield return Descriptor.At(
                    storage.Location, item.Name.Shown(), Storage, storage.Include.Shown(), reason, Example(storage.Include));
            }
        }
    }

    private static string? Reason(string source) => source.Trim() switch
    {
        var path when OssPath.IsFolder(path) => null,
        var path when path.StartsWith("dataset:", StringComparison.OrdinalIgnoreCase) => "is a PAI dataset, and this version mounts OSS folders only",
        var path when IsNas(path) => "is a NAS or CPFS path, and this version mounts OSS folders only",
        var path when path.StartsWith("oss://", StringComparison.Ordinal) => "has no valid bucket name (3-63 characters of a-z 0-9 -)",
        _ => "is not an OSS folder",
    };

    // server:/path; oss:/ with one slash is a typing slip, not a server.
    private static bool IsNas(string path) => path.IndexOf(":/", StringComparison.Ordinal) is > 0 and var colon
        && path[..colon].Contains('.', StringComparison.Ordinal);

    // The author's own words, in the right form, where that is one small step away.
    private static string Example(string source)
    {
        string text = source.Trim();
        int start = text.IndexOf(':', StringComparison.Ordinal);
        string rest = (start is > 0 and < 6 ? text[(start + 1)..] : text).TrimStart('/');
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        string bucket = (slash < 0 ? rest : rest[..slash]).ToLowerInvariant().Replace('_', '-');
        string corrected = OssPath.WithSlash("oss://" + bucket + (slash < 0 ? "" : rest[slash..]));
        bool isNear = text.StartsWith("oss:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("//", StringComparison.Ordinal);
        return isNear && corrected.Length <= AuthorText.Limit && OssPath.IsFolder(corrected) ? corrected : "oss://my-bucket/my-model/";
    }
}
