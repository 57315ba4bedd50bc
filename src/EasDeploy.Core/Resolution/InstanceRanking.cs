using EasDeploy.Catalogs;

namespace EasDeploy.Resolution;

/// <summary>Picks the instance type to use, or to suggest, for a chip.</summary>
/// <remarks>Source: design rulings K3, K4, C32; workflow step 2.1 names the preferred type.</remarks>
public static class InstanceRanking
{
    public const string PreferredGpuType = "ecs.gn7i-c16g1.4xlarge";

    /// <returns>The preferred type when it is available and fits, else the smallest available one: fewest GPUs, least GPU memory, fewest vCPU, name.</returns>
    public static InstanceType? Pick(IReadOnlyCollection<InstanceType> types, IReadOnlyCollection<Chip> chips)
    {
        return types.FirstOrDefault(type => type.Name == PreferredGpuType && Fits(type))
            ?? types
                .Where(Fits)
                .OrderBy(type => CountIsUnstated(type) ? int.MaxValue : type.GpuAmount)
                .ThenBy(type => type.GpuMemory)
                .ThenBy(type => type.Cpu)
                .ThenBy(type => type.Name, StringComparer.Ordinal)
                .FirstOrDefault();

        bool Fits(InstanceType type) => type.IsAvailable && chips.Contains(ChipClassifier.Of(type));
    }

    // An XPU row may leave its card count out (K24): it is not the smallest for that.
    private static bool CountIsUnstated(InstanceType type) => type.GpuAmount == 0 && ChipClassifier.Of(type) != Chip.CPU;
}
