using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>A group serves what it has free. That changes by the hour: a warning at build, an error at deployment.</summary>
/// <remarks>Source: deployment workflow, step 3.3; R3043; design section 4. Rests where EAS3105 or EAS3241 speaks, and where a full group spills over.</remarks>
public sealed class EAS3125GroupTooSmall : IHourlyRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3125", Severity.Error, "The resource group has too little free",
        "service '{0}': {1} instances need {2}, and resource group '{3}' has {4} free. Lower Replicas or the share of each instance, or free the group.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.ResourceGroup.Value is not { Status: EAS3105ResourceGroupUnknown.Ready } group || service.Spec.Item.SpillsOver)
        {
            yield break;
        }

        Specs.ResourcesSpec wanted = service.Spec.Resources;
        List<(string Needed, string Free)> lacks = [];
        Compare(wanted.Cpu ?? 0, group.CpuCount, group.CpuUsed, "cores");
        Compare(wanted.Memory ?? 0, group.Memory, group.MemoryUsed, "MB");
        Compare(EAS3241GroupWithoutGpu.SpeaksFor(service) ? 0 : wanted.Gpu ?? 0, (double)group.GpuCount, (double)group.GpuUsed, "GPUs");
        if (lacks.Count > 0)
        {
            yield return Descriptor.At(
                wanted.ResourceGroup!.Location, service.Name.Shown(), wanted.Replicas, string.Join(", ", lacks.Select(one => one.Needed)), group.Id, string.Join(", ", lacks.Select(one => one.Free))) with
            {
                Severity = service.Purpose == CheckPurpose.Build ? Severity.Warning : Severity.Error,
            };
        }

        void Compare(int each, double all, double used, string unit)
        {
            double needed = (double)each * wanted.Replicas;
            double free = Math.Floor(all - used);
            if (needed > free)
            {
                lacks.Add(($"{needed} {unit}", $"{Math.Max(free, 0)} {unit}"));
            }
        }
    }
}
