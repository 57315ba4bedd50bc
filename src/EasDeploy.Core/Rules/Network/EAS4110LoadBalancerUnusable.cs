using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>A load balancer that is named exists, is Active, and stands in the VPC of the service.</summary>
/// <remarks>Source: R5027.</remarks>
public sealed class EAS4110LoadBalancerUnusable : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4110", Severity.Error, "A load balancer cannot be used",
        "service '{0}': load balancer '{1}' {2}. Write Include=\"{3}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        string? vpc = service.Spec.Network.VpcId?.Value;
        foreach (WantedListener wanted in service.Network.Listeners)
        {
            string? reason = wanted.LoadBalancer switch
            {
                { State: ResolutionState.NotFound } => "is not in the region's list",
                { Value: { Status: not "Active" } found } => $"is {found.Status.Shown()}, not Active",
                { Value: { VpcId: { } other } } when vpc is not null && other != vpc => $"is in VPC {other}, and the service in {vpc.Shown()}",
                _ => null,
            };
            if (reason is not null)
            {
                List<string> usable = [.. service.Catalog.Network.LoadBalancers!.Value
                    .Where(row => row.Status == "Active" && (vpc is null || row.VpcId == vpc)).Select(row => row.Id)];
                string offer = NearestName.Of(wanted.Listener.Id.Value, usable) ?? usable.FirstOrDefault() ?? "default";
                yield return Descriptor.At(wanted.Listener.Id.Location, service.Name.Shown(), wanted.Listener.Id.Value.Shown(), reason, offer);
            }
        }
    }
}
