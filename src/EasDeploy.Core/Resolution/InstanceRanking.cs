using EasDeploy.Catalogs;
using EasDeploy.Specs;

namespace EasDeploy.Resolution;

/// <summary>Picks the instance type to use, or to suggest, for a chip.</summary>
/// <remarks>Source: design rulings K3, K4, C32; workflow step 2.1 names the preferred type.</remarks>
public static class InstanceRanking
{
    public const string PreferredGpuType = "ecs.gn7i-c16g1.4xlarge";

    /// <param name="memory">What the model needs; a type that holds it is preferred to one that does not. Null = not known.</param>
    /// <returns>The preferred type when it is available and fits, else the smallest available one: fewest GPUs, least GPU memory, fewest vCPU, name.</returns>
    public static InstanceType? Pick(IReadOnlyCollection<InstanceType> types, IReadOnlyCollection<Chip> chips, ModelMemory? memory = null)
    {
        InstanceType[] ofChip = [.. types.Where(type => type.IsAvailable && chips.Contains(ChipClassifier.Of(type)))];
        InstanceType[] fitting = Holding(ofChip, memory);
        return fitting.FirstOrDefault(type => type.Name == PreferredGpuType) ?? SmallestFirst(fitting).FirstOrDefault();
    }

    /// <summary>Fewest GPUs, least GPU memory, fewest vCPU, name.</summary>
    public static IEnumerable<InstanceType> SmallestFirst(IEnumerable<InstanceType> types) => types
        .OrderBy(type => CountIsUnstated(type) ? int.MaxValue : type.GpuAmount)
        .ThenBy(type => type.GpuMemory)
        .ThenBy(type => type.Cpu)
        .ThenBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>Most types that are written for a need: enough to find stock, few enough to read.</summary>
    public const int MostForNeed = 5;

    /// <returns>Available types that have what is needed, all of one chip, smallest first: fewest GPUs, least GPU memory, fewest vCPU, name.</returns>
    /// <param name="chips">Chips of the image; empty = not known, any will do.</param>
    /// <param name="memory">What the model needs: types that hold it, where there are any. Null = not known.</param>
    public static IReadOnlyList<InstanceType> Matching(
        IEnumerable<InstanceType> types, InstanceNeed need, IReadOnlyCollection<Chip> chips, ModelMemory? memory = null)
    {
        InstanceType[] having = [.. types.Where(type => type.IsAvailable && Has(type, need) && (chips.Count == 0 || chips.Contains(ChipClassifier.Of(type))))];
        InstanceType[] ranked = [.. SmallestFirst(Holding(having, memory))];
        return [.. ranked.Where(type => ChipClassifier.Of(type) == ChipClassifier.Of(ranked[0])).Take(MostForNeed)];
    }

    private static bool Has(InstanceType type, InstanceNeed need) =>
        (need.GpuCount is not { } cards || type.GpuAmount == cards)
        && (need.GpuModel is not { } model || string.Equals(type.Gpu, model, StringComparison.OrdinalIgnoreCase))
        && (need.MinGpuMemory is not { } ofCard || (type.GpuAmount > 0 && (decimal)type.GpuMemory >= ofCard))
        && (need.MinCpu is not { } cores || type.Cpu >= cores)
        && (need.MinMemory is not { } memory || (decimal)type.Memory >= memory);

    // As the command spreads the model, else over every card, else whatever there is: the rules then say what is missing.
    private static InstanceType[] Holding(InstanceType[] types, ModelMemory? memory) =>
        memory is null ? types
            : types.Where(memory.FitsOn).ToArray() is { Length: > 0 } asWritten ? asWritten
            : types.Where(memory.FitsSpreadOn).ToArray() is { Length: > 0 } spread ? spread
            : types;

    // An XPU row may leave its card count out (K24): it is not the smallest for that.
    private static bool CountIsUnstated(InstanceType type) => type.GpuAmount == 0 && ChipClassifier.Of(type) != Chip.CPU;
}
