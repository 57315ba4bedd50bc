using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>VPC, vSwitch and security group come together or not at all.</summary>
/// <remarks>Source: R5010. Rests where EAS4201 or EAS4203 speaks.</remarks>
public sealed class EAS4202NetworkIncomplete : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4202", Severity.Error, "The VPC is named in part",
        "service '{0}' names a part of a VPC and has no {1}. Set {2}, or remove the others.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Network is { Gateway: null, Listeners.IsEmpty: true, HasAnyNetwork: true, HasWholeNetwork: false } network && !NetworkParts.IsMistyped(service))
        {
            SourceLocation place = network.VpcId?.Location ?? network.SecurityGroupId?.Location ?? network.VSwitchIds[0].Location;
            yield return Descriptor.At(place, service.Name.Shown(), NetworkParts.Missing(network), NetworkParts.Repair(service));
        }
    }
}
