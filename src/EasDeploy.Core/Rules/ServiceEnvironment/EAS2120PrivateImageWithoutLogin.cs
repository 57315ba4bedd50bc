using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>An image that only its owners see is pulled with a login.</summary>
/// <remarks>
/// Source: R2007; known where the image is registered as PRIVATE. A repository of one's own in the container registry is private until it is made
/// public (assumed: the registry itself is not asked), unless PAI owns the registry or the namespace.
/// </remarks>
public sealed partial class EAS2120PrivateImageWithoutLogin : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2120", Severity.Warning, "A private image without a login",
        "service '{0}': image '{1}' {2}, and no login is given, so it may not be pulled. Set RegistryAuthFromEnvironment=\"REGISTRY_AUTH\", a variable that holds user:password.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Environment is { Image: { } wanted, RegistryAuthFromEnvironment: null } && service.Spec.Item.ConfigRest?.ContainsKey("dockerAuth") != true
            && WhyPrivate(service.Image.Value, wanted.Value.Text) is { } why)
        {
            yield return Descriptor.At(wanted.Location, service.Name.Shown(), service.Image.Value?.Name.Shown() ?? wanted.Value.Text.Shown(120), why);
        }
    }

    private static string? WhyPrivate(ResolvedImage? known, string address) => known switch
    {
        { IsPrivate: true } => "is private",
        null when OwnRepository().IsMatch(address) => "is in a repository of your own, private unless you made it public",
        _ => null,
    };

    [GeneratedRegex(@"^(?!eas-|dsw-|pai-)[a-z0-9-]*registry(-vpc)?\.[a-z]{2}-[a-z0-9-]{2,30}\.(cr\.)?aliyuncs\.com/(?!pai[-_/])[^/]+/", RegexOptions.CultureInvariant)]
    private static partial Regex OwnRepository();
}
