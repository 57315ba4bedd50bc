using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Resources;

/// <summary>Some available type of the region has what is asked for, with a chip of the image.</summary>
/// <remarks>Source: design section 3 (GpuCount and its like); R3010, R3011. Rests where EAS3003 speaks.</remarks>
public sealed class EAS3106NoTypeMeetsNeed : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3106", Severity.Error, "No instance type has what is asked for",
        "service '{0}': no available {1} type{2} has {3}. {4}, or set InstanceType=\"{5}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is { Catalog.IsQueried: true, InstanceTypes.IsEmpty: true, Spec.Resources: { Need: { IsReadable: true } need, ResourceGroup: null } })
        {
            string chip = service.Image.Value is { Chips.IsEmpty: false } image ? image.ChipText : "instance";
            string region = service.Catalog.Region is { } id ? $" of {id}" : "";
            yield return Descriptor.At(
                need.Location, service.Name.Shown(), chip, region, InstanceNeed.TextOf(service.Spec.Item), Repair(service, need), service.FittingInstanceType ?? InstanceRanking.PreferredGpuType);
        }
    }

    private static string Repair(ResolvedService service, InstanceNeed need)
    {
        Chip[] chips = [.. service.Image.Value?.Chips ?? []];
        string[] models =
        [
            .. service.Catalog.InstanceTypes.Where(type => type.IsAvailable && (chips.Length == 0 || chips.Contains(ChipClassifier.Of(type))))
                .Select(type => type.Gpu).OfType<string>().Where(model => model.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal),
        ];
        return need switch
        {
            { GpuModel: { } model } when models.Length > 0 && !models.Contains(model, StringComparer.OrdinalIgnoreCase) =>
                $"Set GpuModel to one of {string.Join(", ", models.Select(one => one.Shown(20)))}",
            { GpuCount: 0 } when chips.Length > 0 && !chips.Contains(Chip.CPU) => "Set GpuCount=\"1\"",
            _ => "Ask for less",
        };
    }
}
