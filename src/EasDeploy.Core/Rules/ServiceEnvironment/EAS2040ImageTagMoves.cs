using EasDeploy.Diagnostics;
using EasDeploy.Items;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>An image is named by a tag that does not move, or by its digest.</summary>
/// <remarks>Source: R2003, R2006 (inferred).</remarks>
public sealed class EAS2040ImageTagMoves : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2040", Severity.Warning, "An image without a fixed tag",
        "service '{0}': image '{1}' {2}. Write the tag that was tested, such as '{3}'.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(Metadata.Image) is not { } image || !image.Text.Contains('/', StringComparison.Ordinal) || image.Text.Contains("@sha256:", StringComparison.Ordinal))
        {
            yield break;
        }

        string text = image.Text.Trim();
        string address = text[(text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0)..];
        string name = text[(text.LastIndexOf('/') + 1)..];
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        string? reason = text.Any(char.IsWhiteSpace) ? "has blanks" : text.Contains("://", StringComparison.Ordinal) ? "begins with a scheme, which an image address has not" : colon < 0 ? "has no tag, so 'latest' is taken" : name[colon..] == ":latest" ? "has the tag 'latest', which moves" : name.Length == colon + 1 ? "has an empty tag" : null;
        if (reason is not null)
        {
            yield return Descriptor.At(image.Location, item.Name.Shown(), text.Shown(120), reason, (address == text ? $"{(colon < 0 ? text : text[..(text.Length - name.Length + colon)])}:1.2" : address).Shown(120));
        }
    }
}
