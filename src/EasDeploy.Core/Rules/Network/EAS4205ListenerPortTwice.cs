using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Network;

/// <summary>A port of a load balancer leads to one place.</summary>
/// <remarks>Source: R5022. 'default' once for the intranet and once for the internet are two load balancers.</remarks>
public sealed class EAS4205ListenerPortTwice : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4205", Severity.Error, "Two listeners share a port",
        "service '{0}': EasNlbListener '{1}' listens on port {2} twice. Set Port=\"{3}\" on one of them.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        ImmutableArray<NlbListener> listeners = service.Spec.Network.Listeners;
        HashSet<(string, string, int)> taken = [];
        foreach (NlbListener listener in listeners)
        {
            if (listener.Port is { } port && !taken.Add((listener.Id.Value, NetTypeOf(listener), port.Value)))
            {
                int free = Enumerable.Range(9090, listeners.Length + 1).First(candidate => listeners.All(other => other.Port?.Value != candidate));
                yield return Descriptor.At(port.Location, service.Name.Shown(), listener.Id.Value.Shown(), port.Value, free);
            }
        }
    }

    private static string NetTypeOf(NlbListener listener) =>
        listener.IsOwnedByService ? (listener.NetType?.Value ?? NlbListener.DefaultNetType).ToUpperInvariant() : "";
}
