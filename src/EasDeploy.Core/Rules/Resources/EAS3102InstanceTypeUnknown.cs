using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>An instance type is one the region offers.</summary>
/// <remarks>Source: deployment workflow, step 3.2; R3010.</remarks>
public sealed class EAS3102InstanceTypeUnknown : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3102", Severity.Error, "Instance type is unknown",
        "service '{0}': instance type '{1}' is not offered{2}. Set InstanceType to {3}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        ImmutableArray<Chip> chips = service.Image.Value?.Chips ?? [];
        foreach (WantedInstanceType wanted in service.InstanceTypes.Where(wanted => wanted.Type.State == ResolutionState.NotFound))
        {
            string region = service.Catalog.Region is { } id ? $" in {id}" : "";
            string offer = NearestName.Of(wanted.Name.Value, service.Catalog.InstanceTypes.Where(type => chips.IsEmpty || chips.Contains(ChipClassifier.Of(type))).Select(type => type.Name))
                ?? service.FittingInstanceType
                ?? InstanceRanking.PreferredGpuType;
            yield return Descriptor.At(wanted.Name.Location, service.Name.Shown(), wanted.Name.Value.Shown(), region, offer);
        }
    }
}
