using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Network;

/// <summary>An existing load balancer has its address type already; the listener cannot change it.</summary>
/// <remarks>Source: R5026.</remarks>
public sealed class EAS4207NetTypeOfExistingLoadBalancer : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4207", Severity.Warning, "NetType has no effect on an existing load balancer",
        "service '{0}': NetType '{1}' does not change load balancer '{2}', which exists and keeps its address type. Remove NetType.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        foreach (NlbListener listener in service.Spec.Network.Listeners)
        {
            if (listener is { IsOwnedByService: false, NetType: { } type })
            {
                yield return Descriptor.At(type.Location, service.Name.Shown(), type.Value.Shown(), listener.Id.Value.Shown());
            }
        }
    }
}
