using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>A gateway given by name needs the region's list to become an id.</summary>
/// <remarks>Source: R5002; design section 4: a build never fails for lack of a cloud.</remarks>
public sealed class EAS4102GatewayNotLookedUp : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4102", Severity.Warning, "The name of a gateway was not looked up",
        "service '{0}': gateway '{1}' is a name, and the gateways were not asked for, so eas_service.json holds the name. Set Gateway to the id (gw-…) to build without the cloud.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Network.Gateway is { } wanted && service.Network.Gateway.State == ResolutionState.NotChecked
            && !wanted.Value.StartsWith("gw-", StringComparison.Ordinal))
        {
            yield return Descriptor.At(wanted.Location, service.Name.Shown(), wanted.Value.Shown());
        }
    }
}
