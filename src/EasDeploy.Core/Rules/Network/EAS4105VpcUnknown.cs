using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>The VPC exists in the region.</summary>
/// <remarks>Source: R5013, R5014: what is in a VPC can only be told when it exists.</remarks>
public sealed class EAS4105VpcUnknown : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4105", Severity.Error, "VPC is unknown",
        "service '{0}': VpcId '{1}' is not a VPC of this account{2}. Set VpcId=\"{3}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Network.Vpc.State == ResolutionState.NotFound && !EAS4103GatewayInAnotherVpc.SpeaksFor(service))
        {
            Specs.Given<string> vpc = service.Spec.Network.VpcId!;
            string region = service.Catalog.Region is { } id ? $" in {id}" : "";
            yield return Descriptor.At(
                vpc.Location, service.Name.Shown(), vpc.Value.Shown(), region, service.Network.Gateway.Value?.VpcId ?? "id of a VPC of this region");
        }
    }
}
