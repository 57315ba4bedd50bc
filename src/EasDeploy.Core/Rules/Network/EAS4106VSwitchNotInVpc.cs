using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>Every vSwitch is in the VPC of the service.</summary>
/// <remarks>Source: R5013. Rests when the VPC is not there (EAS4105).</remarks>
public sealed class EAS4106VSwitchNotInVpc : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4106", Severity.Error, "A vSwitch is not in the VPC",
        "service '{0}': vSwitch '{1}' is not in VPC '{2}'. Set VSwitchIds=\"{3}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Network.Vpc.State == ResolutionState.NotFound || EAS4103GatewayInAnotherVpc.SpeaksFor(service))
        {
            yield break;
        }

        foreach (WantedVSwitch wanted in service.Network.VSwitches.Where(wanted => wanted.VSwitch.State == ResolutionState.NotFound))
        {
            if (service.Spec.Network.VpcId is { } vpc)
            {
                string[] ids = [.. service.Catalog.Network.VSwitches!.Value.Where(row => row.VpcId == vpc.Value && row.Status == "Available").Select(row => row.Id)];
                string offer = NearestName.Of(wanted.Id.Value, ids) ?? (ids.Length > 0 ? string.Join(',', ids.Take(2)) : "vSwitches of this VPC");
                yield return Descriptor.At(wanted.Id.Location, service.Name.Shown(), wanted.Id.Value.Shown(), vpc.Value.Shown(), offer.Shown());
            }
        }
    }
}
