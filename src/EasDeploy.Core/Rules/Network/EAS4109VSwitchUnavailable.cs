using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>A vSwitch is Available and has an address for every instance, those of a rolling update included.</summary>
/// <remarks>Source: R5016, R5017.</remarks>
public sealed class EAS4109VSwitchUnavailable : IHourlyRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4109", Severity.Warning, "A vSwitch is not ready or has too few addresses",
        "service '{0}': vSwitch '{1}' {2}. Set VSwitchIds=\"{3}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        int needed = Math.Max(service.Spec.Resources.Replicas, service.Spec.Features.Autoscaler?.Max?.Value ?? 0);
        foreach (WantedVSwitch wanted in service.Network.VSwitches)
        {
            string? reason = wanted.VSwitch.Value switch
            {
                { Status: not "Available" } row => $"is {row.Status.Shown()}, not Available",
                { } row when row.AvailableIpAddressCount <= needed =>
                    FormattableString.Invariant($"has {row.AvailableIpAddressCount} free addresses, and {needed} instances and one more during an update need one each"),
                _ => null,
            };
            if (reason is not null)
            {
                string[] ready = [.. service.Catalog.Network.VSwitches!.Value
                    .Where(row => row.VpcId == wanted.VSwitch.Value!.VpcId && row.Status == "Available" && row.AvailableIpAddressCount > needed)
                    .Select(row => row.Id).Take(2)];
                yield return Descriptor.At(
                    wanted.Id.Location, service.Name.Shown(), wanted.Id.Value.Shown(), reason,
                    ready.Length > 0 ? string.Join(',', ready).Shown() : "vSwitches with free addresses");
            }
        }
    }
}
