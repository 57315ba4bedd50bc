using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Network;

/// <summary>The vSwitches of a service are among those of its gateway.</summary>
/// <remarks>Source: R5007. Rests when the gateway is in another VPC altogether (EAS4103), and for what is no id at all (EAS4001).</remarks>
public sealed class EAS4104VSwitchNotOfGateway : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4104", Severity.Warning, "A vSwitch is not one of the gateway's",
        "service '{0}': vSwitch '{1}' is not among those of gateway '{2}'. Set VSwitchIds=\"{3}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Network.Gateway.Value is not { VSwitchIds.IsEmpty: false } gateway || EAS4103GatewayInAnotherVpc.SpeaksFor(service))
        {
            yield break;
        }

        foreach (WantedVSwitch wanted in service.Network.VSwitches)
        {
            if (NetworkSpec.IsId(wanted.Id.Value, "vsw-") && !gateway.VSwitchIds.Contains(wanted.Id.Value) && wanted.VSwitch.State != ResolutionState.NotFound)
            {
                yield return Descriptor.At(
                    wanted.Id.Location, service.Name.Shown(), wanted.Id.Value.Shown(), service.Spec.Network.Gateway!.Value.Shown(),
                    string.Join(',', gateway.VSwitchIds).Shown());
            }
        }
    }
}
