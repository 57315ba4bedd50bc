using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>An image given by name is in the official list. An address the list does not know is a custom image and passes.</summary>
/// <remarks>Source: deployment workflow, step 2.1; R7001.</remarks>
public sealed class EAS2101ImageUnknown : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2101", Severity.Error, "Image is not in the catalog",
        "service '{0}': image '{1}' is not in the official list{2}. Set Image=\"{3}\", or write the full registry address of an image of your own.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Image.State == ResolutionState.NotFound && service.Spec.Environment.Image is { } wanted
            && !EAS2108NoImageInRange.SpeaksFor(service))
        {
            string region = service.Catalog.Region is { } id ? $" of {id}" : "";
            string offer = ImageMatch.Suggest(service.Catalog.Images, wanted.Value) ?? "vllm:0.14.0-gpu";
            yield return Descriptor.At(wanted.Location, service.Name.Shown(), wanted.Value.Text.Shown(), region, offer);
        }
    }
}
