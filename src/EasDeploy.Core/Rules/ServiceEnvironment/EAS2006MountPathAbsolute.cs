using EasDeploy.Diagnostics;
using EasDeploy.Items;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A mount has an absolute path without <c>..</c>.</summary>
/// <remarks>Source: R4001.</remarks>
public sealed class EAS2006MountPathAbsolute : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2006", Severity.Error, "Mount path is missing or not absolute",
        "service '{0}': {1} {2}. Set {3}=\"{4}\".");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        foreach (AttachedItem storage in item.Storage.Concat(item.OtherMounts).Where(storage => storage.Find(Metadata.MountPath) is null))
        {
            yield return Descriptor.At(
                storage.Location, item.Name.Shown(), $"{Storage} '{storage.Include.Shown()}'", "has no MountPath", Metadata.MountPath, "/data");
        }

        foreach ((string name, ItemValue path) in MountPaths.WrittenIn(item))
        {
            string text = path.Text.Trim();
            if (!MountPaths.IsAbsolute(text))
            {
                string reason = text.StartsWith('/') ? "contains '..'" : "is not an absolute path";
                yield return Descriptor.At(path.Location, item.Name.Shown(), $"{name} '{text.Shown()}'", reason, name, Offer(text));
            }
        }
    }

    private static string Offer(string text)
    {
        string kept = MountPaths.Normalize(string.Join('/', text.Replace('\\', '/').Split('/').Where(part => part is not ".." and not "~")));
        return kept.Length is > 1 and <= AuthorText.Limit && kept.All(character => char.IsAsciiLetterOrDigit(character) || "/_-.".Contains(character))
            ? kept
            : "/data";
    }
}
