using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Network;

/// <summary>A load balancer of the service's own stands in two zones, so its vSwitches do too.</summary>
/// <remarks>Source: R5024; rulings C16, K21. An existing load balancer stands where it stands: a warning.</remarks>
public sealed class EAS4111VSwitchesInOneZone : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4111", Severity.Error, "The vSwitches of a load balancer are in one zone",
        "service '{0}': every vSwitch of VSwitchIds is in zone {1}, and a load balancer needs two zones. Set VSwitchIds=\"{2}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        NetworkSpec network = service.Spec.Network;
        List<CatalogVSwitch> rows = [.. service.Network.VSwitches.Select(wanted => wanted.VSwitch.Value).OfType<CatalogVSwitch>()];
        if (network.Listeners.IsEmpty || rows.Count < 2 || rows.Count != network.VSwitchIds.Length
            || rows.Select(row => row.ZoneId).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            yield break;
        }

        CatalogVSwitch? other = service.Catalog.Network.VSwitches!.Value
            .FirstOrDefault(row => row.VpcId == rows[0].VpcId && row.ZoneId != rows[0].ZoneId && row.Status == "Available");
        string offer = other is null ? rows[0].Id + ",<one in another zone>" : $"{rows[0].Id},{other.Id}";
        Diagnostic finding = Descriptor.At(network.VSwitchIds[0].Location, service.Name.Shown(), rows[0].ZoneId.Shown(), offer);
        yield return network.Listeners.Any(listener => listener.IsOwnedByService) ? finding : finding with { Severity = Severity.Warning };
    }
}
