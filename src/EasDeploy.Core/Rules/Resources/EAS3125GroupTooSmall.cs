using System.Globalization;
using System.Text.Json;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Resources;

/// <summary>A group serves what it has free. That changes by the hour: a warning at build, an error at deployment.</summary>
/// <remarks>Source: deployment workflow, step 3.3; R3043 (all instances together, and each on a machine of the group); design section 4. Rests where EAS3105 or EAS3241 speaks, and where a full group spills over.</remarks>
public sealed class EAS3125GroupTooSmall : IHourlyRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3125", Severity.Error, "The resource group has too little free",
        "service '{0}': {1}, and resource group '{2}' {3}. {4}, or free the group.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.ResourceGroup.Value is not { Status: EAS3105ResourceGroupUnknown.Ready } group || SpillsOver(service.Spec.Item))
        {
            yield break;
        }

        ResourcesSpec wanted = service.Spec.Resources;
        int cards = EAS3241GroupWithoutGpu.SpeaksFor(service) ? 0 : wanted.Gpu ?? 0;
        (int Each, double Free, double? Most, string Unit)[] shares =
        [
            (wanted.Cpu ?? 0, (double)group.CpuCount - group.CpuUsed, group.MaxCpu, "core"),
            (wanted.Memory ?? 0, (double)group.Memory - group.MemoryUsed, group.MaxMemory, "MB"),
            (cards, (double)group.GpuCount - (double)group.GpuUsed, (double?)group.MaxGpu, "GPU"),
        ];
        (string Needed, string Has)[] inAll =
            [.. shares.Where(one => (double)one.Each * wanted.Replicas > one.Free).Select(one => (Amount((double)one.Each * wanted.Replicas, one.Unit), Amount(one.Free, one.Unit)))];
        (string Needed, string Has)[] inOne =
            [.. shares.Where(one => one.Each > one.Most).Select(one => (Amount(one.Each, one.Unit), Amount(one.Most!.Value, one.Unit)))];
        if (inAll.Length > 0)
        {
            yield return Finding(
                $"{(wanted.Replicas == 1 ? "1 instance needs" : $"{wanted.Replicas} instances need")} {Joined(inAll.Select(one => one.Needed))}",
                $"has {Joined(inAll.Select(one => one.Has))} free", "Lower Replicas or the share of each instance");
        }
        else if (inOne.Length > 0)
        {
            yield return Finding(
                $"each instance needs {Joined(inOne.Select(one => one.Needed))}", $"gives one instance {Joined(inOne.Select(one => one.Has))} at most",
                "Lower the share of each instance");
        }

        Diagnostic Finding(string need, string has, string repair) =>
            Descriptor.At(wanted.ResourceGroup!.Location, service.Name.Shown(), need, wanted.ResourceGroup.Value.Shown(), has, repair) with
            {
                Severity = service.Purpose == CheckPurpose.Build ? Severity.Warning : Severity.Error,
            };
    }

    // Source: service-config.md section 3, resource_burstable: from the group to public resources.
    private static bool SpillsOver(ServiceItem item) => item.SpillsOver
        || (item.Config is { } text && ConfigWalk.Find(text, "/metadata/resource_burstable").Any(found => found.Node.GetValueKind() == JsonValueKind.True));

    private static string Joined(IEnumerable<string> amounts) => string.Join(", ", amounts);

    private static string Amount(double number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Max(number, 0):0.##} {unit}{(number == 1 || unit == "MB" ? "" : "s")}");
}
