using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Network;

/// <summary>A port of a load balancer leads to one service.</summary>
/// <remarks>Source: R5028, within one project: what others listen on would take a call to the load balancer product that is not made.</remarks>
public sealed class EAS4005ListenerPortOfAnotherService : IProjectRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4005", Severity.Warning, "Two services listen on one port of a load balancer",
        "service '{0}': port {1} of load balancer '{2}' is also the port of service '{3}'. Choose another Port for one of them.");

    public IEnumerable<Diagnostic> Check(IReadOnlyList<ServiceItem> items)
    {
        Dictionary<(string, int), string> taken = [];
        foreach (ServiceItem item in items)
        {
            NlbListener[] named = [.. NetworkSpec.From(item).Listeners.Where(listener => !listener.IsOwnedByService && listener.Port is not null)];
            foreach (NlbListener listener in named)
            {
                (string, int) port = (listener.Id.Value, listener.Port!.Value);
                if (!taken.TryAdd(port, item.Name) && taken[port] != item.Name)
                {
                    yield return Descriptor.At(listener.Port.Location, item.Name.Shown(), listener.Port.Value, listener.Id.Value.Shown(), taken[port].Shown());
                }
            }
        }
    }
}
