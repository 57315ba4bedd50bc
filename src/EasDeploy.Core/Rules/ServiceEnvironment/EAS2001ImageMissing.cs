using EasDeploy.Diagnostics;
using EasDeploy.Items;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A service runs an image.</summary>
/// <remarks>Source: deployment workflow, step 2.1; R2001, R2002.</remarks>
public sealed class EAS2001ImageMissing : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2001", Severity.Error, "Image is missing",
        "service '{0}' has no Image. Add Image=\"vllm:0.14.0-gpu\" or another official image, or the full registry address of your own.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (string.IsNullOrWhiteSpace(item.Find(PropertyCatalog.Metadata.Image)?.Text))
        {
            // In a document: at the container, or the list of them.
            yield return Descriptor.At(item.Config?.At("/containers/0/image") ?? item.Location, item.Name.Shown());
        }
    }
}
