using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>An image is pulled from the registry of the service's own region: another one is slow, and its VPC address cannot be reached.</summary>
/// <remarks>Source: R2004, ruling K1. Reads the address after matching, so an official image of another region counts too.</remarks>
public sealed partial class EAS2104ImageOfAnotherRegion : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2104", Severity.Warning, "The image is in the registry of another region",
        "service '{0}': image '{1}' is in the registry of {2}, and the service runs in {3}. Set Image=\"{4}\" if the image is there too, or EasRegion to {2}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is { Catalog.Region: { } region, Spec.Environment.Image: { } wanted }
            && Registry().Match(service.ImageAddress) is { Success: true } match && match.Groups["region"] is var other && other.Value != region)
        {
            string sameThere = string.Concat(service.ImageAddress.AsSpan(0, other.Index), region, service.ImageAddress.AsSpan(other.Index + other.Length));
            yield return Descriptor.At(wanted.Location, service.Name.Shown(), wanted.Value.Text.Shown(), other.Value, region, sameThere.Shown(120));
        }
    }

    [GeneratedRegex(@"^[a-z0-9-]*registry(-vpc)?\.(?<region>[a-z]{2}-[a-z0-9-]{2,30})\.(cr\.)?aliyuncs\.com/", RegexOptions.CultureInvariant)]
    private static partial Regex Registry();
}
