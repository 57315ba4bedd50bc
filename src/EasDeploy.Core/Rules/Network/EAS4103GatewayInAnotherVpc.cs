using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>A service behind a gateway stands in the gateway's VPC.</summary>
/// <remarks>Source: R5006; ruling C18.</remarks>
public sealed class EAS4103GatewayInAnotherVpc : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4103", Severity.Error, "The gateway is in another VPC",
        "service '{0}': VpcId '{1}' is not the VPC of gateway '{2}'. Set VpcId=\"{3}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (SpeaksFor(service))
        {
            Specs.Given<string> vpc = service.Spec.Network.VpcId!;
            yield return Descriptor.At(
                vpc.Location, service.Name.Shown(), vpc.Value.Shown(), service.Spec.Network.Gateway!.Value.Shown(), service.Network.Gateway.Value!.VpcId);
        }
    }

    internal static bool SpeaksFor(ResolvedService service) =>
        service is { Network.Gateway.Value.VpcId: { } ofGateway, Spec.Network.VpcId: { } wanted } && ofGateway != wanted.Value;
}
