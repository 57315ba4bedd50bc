using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>A load balancer stands in a VPC, so a service with a listener names all three parts of one.</summary>
/// <remarks>Source: deployment workflow, step 4.1; R5023. Rests where EAS4201 speaks.</remarks>
public sealed class EAS4203ListenerWithoutNetwork : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4203", Severity.Error, "A load balancer needs a VPC",
        "service '{0}' has the EasNlbListener '{1}' and no {2}. Set {3} on the EasService.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Network is { Gateway: null, Listeners: [var listener, ..], HasWholeNetwork: false } network && !NetworkParts.IsMistyped(service))
        {
            yield return Descriptor.At(
                listener.Id.Location, service.Name.Shown(), listener.Id.Value.Shown(), NetworkParts.Missing(network), NetworkParts.Repair(service));
        }
    }
}
