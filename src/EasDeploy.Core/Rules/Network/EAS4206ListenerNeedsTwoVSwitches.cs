using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Network;

/// <summary>A load balancer of the service's own stands in two zones, so it takes two vSwitches.</summary>
/// <remarks>Source: R5024; rulings C16, K21. For an existing load balancer a warning.</remarks>
public sealed class EAS4206ListenerNeedsTwoVSwitches : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4206", Severity.Error, "A load balancer needs two vSwitches",
        "service '{0}': EasNlbListener '{1}' needs two vSwitches in different zones, and VSwitchIds names one. Set VSwitchIds=\"{2}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Network is not { HasWholeNetwork: true, VSwitchIds: [var only], Listeners: [var first, ..] } network)
        {
            yield break;
        }

        CatalogVSwitch? row = service.Network.VSwitches[0].VSwitch.Value;
        CatalogVSwitch? other = (service.Catalog.Network.VSwitches ?? [])
            .FirstOrDefault(candidate => row is not null && candidate.VpcId == row.VpcId && candidate.ZoneId != row.ZoneId && candidate.Status == "Available");
        NlbListener speaking = network.Listeners.FirstOrDefault(listener => listener.IsOwnedByService) ?? first;
        Diagnostic finding = Descriptor.At(
            only.Location, service.Name.Shown(), speaking.Id.Value.Shown(), $"{only.Value.Shown()},{other?.Id ?? "vsw-… in another zone"}");
        yield return speaking.IsOwnedByService ? finding : finding with { Severity = Severity.Warning };
    }
}
