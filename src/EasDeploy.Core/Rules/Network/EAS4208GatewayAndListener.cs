using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>A gateway and a load balancer in front of one service are two ways in, seldom meant.</summary>
/// <remarks>Source: R5030 (inferred).</remarks>
public sealed class EAS4208GatewayAndListener : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4208", Severity.Warning, "A gateway and a load balancer are both set",
        "service '{0}' is reached through gateway '{1}' and through EasNlbListener '{2}'. Remove Gateway or the listener, if one way in is enough.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Network is { Gateway: { } gateway, Listeners: [var listener, ..] })
        {
            yield return Descriptor.At(gateway.Location, service.Name.Shown(), gateway.Value.Shown(), listener.Id.Value.Shown());
        }
    }
}
