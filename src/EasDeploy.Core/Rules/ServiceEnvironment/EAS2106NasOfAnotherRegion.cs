using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A file server is in the region of the service: nothing mounts across regions.</summary>
/// <remarks>Source: R4022, ruling K1; the host name carries the region: <c>….cn-hangzhou.nas.aliyuncs.com</c>.</remarks>
public sealed partial class EAS2106NasOfAnotherRegion : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2106", Severity.Error, "A file server is in another region",
        "service '{0}': the file server '{1}' is in {2}, and the service runs in {3}. Mount one of {3}, or set EasRegion to {2}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        foreach (StorageMount mount in service.Spec.Environment.Mounts)
        {
            if (service.Catalog.Region is { } region && mount.Parsed is StorageSource.NasPath nas
                && HostName().Match(nas.Server) is { Success: true } match && match.Groups["region"].Value is var other && other != region)
            {
                yield return Descriptor.At(mount.Source.Location, service.Name.Shown(), nas.Server.Shown(), other, region);
            }
        }
    }

    [GeneratedRegex(@"\.(?<region>[a-z]{2}-[a-z0-9-]{2,30})\.(nas|cpfs|extreme\.nas)\.aliyuncs\.com\z", RegexOptions.CultureInvariant)]
    private static partial Regex HostName();
}
