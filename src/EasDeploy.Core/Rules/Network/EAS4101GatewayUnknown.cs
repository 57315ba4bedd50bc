using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>A gateway that is named exists and is Running.</summary>
/// <remarks>Source: deployment workflow, step 4.2; R5002, R5003, R5004.</remarks>
public sealed class EAS4101GatewayUnknown : IRule
{
    private const string Running = "Running";

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4101", Severity.Error, "Gateway is unknown or not running",
        "service '{0}': gateway '{1}' {2}. Set Gateway=\"{3}\", or Gateway=\"shared\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Network.Gateway is not { } wanted)
        {
            yield break;
        }

        string? reason = service.Network.Gateway switch
        {
            { State: ResolutionState.NotFound } => "is not in the region's list",
            { Value: { Status: not Running } found } => $"is {found.Status.Shown()}, not Running",
            _ => null,
        };
        if (reason is not null)
        {
            yield return Descriptor.At(wanted.Location, service.Name.Shown(), wanted.Value.Shown(), reason, Offer(service, wanted.Value).Shown());
        }
    }

    private static string Offer(ResolvedService service, string wanted)
    {
        List<CatalogGateway> running = [.. (service.Catalog.Network.Gateways ?? []).Where(gateway => gateway.Status == Running)];
        return NearestName.Of(wanted, running.SelectMany(gateway => new[] { gateway.Name, gateway.Id }).Where(name => name.Length > 0))
            ?? running.FirstOrDefault(gateway => gateway.VpcId is not null && gateway.VpcId == service.Spec.Network.VpcId?.Value)?.Id
            ?? running.FirstOrDefault()?.Id
            ?? "id of a gateway that runs";
    }
}
