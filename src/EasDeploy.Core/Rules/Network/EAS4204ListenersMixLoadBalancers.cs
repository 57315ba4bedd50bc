using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>A service has load balancers of its own, or uses existing ones, not both.</summary>
/// <remarks>Source: R5025.</remarks>
public sealed class EAS4204ListenersMixLoadBalancers : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4204", Severity.Error, "Own and existing load balancers are mixed",
        "service '{0}' has EasNlbListener 'default' and EasNlbListener '{1}', and EAS takes one kind. Remove one of the two.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Network.Listeners.Any(listener => listener.IsOwnedByService)
            && service.Spec.Network.Listeners.FirstOrDefault(listener => !listener.IsOwnedByService) is { } other)
        {
            yield return Descriptor.At(other.Id.Location, service.Name.Shown(), other.Id.Value.Shown());
        }
    }
}
