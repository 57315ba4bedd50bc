using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>The registry of images knows those for training and development too; the label says which EAS serves.</summary>
/// <remarks>Source: R7002: label system.supported.eas of ListImages.</remarks>
public sealed class EAS2119ImageNotForEas : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2119", Severity.Warning, "The image is not made for EAS",
        "service '{0}': image '{1}' does not carry the label system.supported.eas=true, so EAS does not promise to start it. Choose one of 'dotnet eas list images', or label the image.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is { Image.Value: { IsForEas: false } image, Spec.Environment.Image: { } wanted })
        {
            yield return Descriptor.At(wanted.Location, service.Name.Shown(), image.Name.Shown());
        }
    }
}
