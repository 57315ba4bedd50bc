using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>Only public instance types are sold as spot instances.</summary>
/// <remarks>Source: service-config.md section 5: spot_price_limit belongs to an entry of cloud.computing.instances.</remarks>
public sealed class EAS3205SpotInGroup : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3205", Severity.Warning, "SpotPriceLimit has no effect in a resource group",
        "service '{0}': SpotPriceLimit has no effect, because the service runs in resource group '{1}'. Remove SpotPriceLimit.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Resources is { SpotPriceLimit: { } limit, ResourceGroup: { } group })
        {
            yield return Descriptor.At(limit.Location, service.Name.Shown(), group.Value.Shown());
        }
    }
}
