using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A bare family needs the official list to become an image with a tag.</summary>
/// <remarks>Source: deployment workflow, step 2.1; design section 4: a build never fails for lack of a cloud; R2006.</remarks>
public sealed class EAS2107FamilyNotLookedUp : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2107", Severity.Warning, "The newest image of a family was not looked up",
        "service '{0}': image '{1}' names no version, and the images were not asked for, so eas_service.json holds no tag. Set Image to a name with a tag, such as vllm:0.14.0-gpu, to build without the cloud.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Environment.Image is { Value.IsBareFamily: true } family && service.Image.State == ResolutionState.NotChecked)
        {
            yield return Descriptor.At(family.Location, service.Name.Shown(), family.Value.Text.Shown());
        }
    }
}
