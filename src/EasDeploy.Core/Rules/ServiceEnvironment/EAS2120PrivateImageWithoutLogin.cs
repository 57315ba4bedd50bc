using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>An image that only its owners see is pulled with a login.</summary>
/// <remarks>Source: R2007; known where the image is registered as PRIVATE. The registry itself is not asked.</remarks>
public sealed class EAS2120PrivateImageWithoutLogin : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2120", Severity.Warning, "A private image without a login",
        "service '{0}': image '{1}' is private, and no login is given, so it may not be pulled. Set RegistryAuthFromEnvironment=\"REGISTRY_AUTH\", a variable that holds user:password.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is { Image.Value: { IsPrivate: true } image, Spec.Environment: { Image: { } wanted, RegistryAuthFromEnvironment: null } }
            && service.Spec.Item.ConfigRest?.ContainsKey("dockerAuth") != true)
        {
            yield return Descriptor.At(wanted.Location, service.Name.Shown(), image.Name.Shown());
        }
    }
}
