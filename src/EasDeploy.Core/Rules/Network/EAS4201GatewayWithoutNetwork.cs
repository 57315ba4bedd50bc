using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>A dedicated gateway reaches the instances through a VPC, so the service names all three parts of it.</summary>
/// <remarks>Source: deployment workflow, step 4.1; R5005; ruling C17.</remarks>
public sealed class EAS4201GatewayWithoutNetwork : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4201", Severity.Error, "A dedicated gateway needs a VPC",
        "service '{0}' uses gateway '{1}' and has no {2}. Set {3}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Network is { Gateway: { } gateway, HasWholeNetwork: false } network && !NetworkParts.IsMistyped(service))
        {
            yield return Descriptor.At(
                gateway.Location, service.Name.Shown(), gateway.Value.Shown(), NetworkParts.Missing(network), NetworkParts.Repair(service));
        }
    }
}
