using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Resources;

/// <summary>Some available type of the region has what is asked for, with a chip of the image.</summary>
/// <remarks>Source: design section 3 (GpuCount and its like); R3010, R3011.</remarks>
public sealed class EAS3106NoTypeMeetsNeed : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3106", Severity.Error, "No instance type has what is asked for",
        "service '{0}': no available {1} type{2} has {3}. Ask for less, or set InstanceType=\"{4}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is { Catalog.IsQueried: true, InstanceTypes.IsEmpty: true, Spec.Resources: { Need: { } need, ResourceGroup: null } })
        {
            string chip = service.Image.Value is { Chips.IsEmpty: false } image ? image.ChipText : "instance";
            string region = service.Catalog.Region is { } id ? $" of {id}" : "";
            yield return Descriptor.At(
                need.Location, service.Name.Shown(), chip, region, InstanceNeed.TextOf(service.Spec.Item), service.FittingInstanceType ?? InstanceRanking.PreferredGpuType);
        }
    }
}
