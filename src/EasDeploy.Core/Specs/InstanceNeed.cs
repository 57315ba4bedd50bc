using EasDeploy.Diagnostics;
using EasDeploy.Items;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Specs;

/// <summary>What an instance must have, where the author names no type.</summary>
/// <param name="Location">Where the first of them is written.</param>
/// <param name="GpuCount">Cards, exactly; null = any number.</param>
/// <param name="GpuModel">For example <c>A10</c>, any case; null = any.</param>
/// <param name="MinGpuMemory">GB per card.</param>
/// <param name="MinMemory">GB.</param>
public sealed record InstanceNeed(SourceLocation Location, int? GpuCount, string? GpuModel, decimal? MinGpuMemory, int? MinCpu, decimal? MinMemory)
{
    /// <summary>Every value that is written is a number in range; else EAS3003 speaks, and nothing is looked up.</summary>
    public bool IsReadable { get; private init; } = true;

    /// <summary>Metadata that say a need, in the order a message names them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [Metadata.GpuCount, Metadata.GpuModel, Metadata.MinGpuMemory, Metadata.MinCpu, Metadata.MinMemory];

    /// <returns>Null when nothing of it is written.</returns>
    public static InstanceNeed? From(ServiceItem item)
    {
        if (Names.Select(item.Find).FirstOrDefault(value => value is not null) is not { } first)
        {
            return null;
        }

        int? cards = item.ReadNumber(Metadata.GpuCount)?.Value;
        decimal? ofCard = Amount(item, Metadata.MinGpuMemory);
        int? cores = item.ReadNumber(Metadata.MinCpu)?.Value;
        decimal? memory = Amount(item, Metadata.MinMemory);
        return new InstanceNeed(first.Location, cards, item.ReadText(Metadata.GpuModel)?.Value, ofCard, cores, memory)
        {
            IsReadable = Fits(Metadata.GpuCount, cards >= 0) && Fits(Metadata.MinGpuMemory, ofCard > 0) && Fits(Metadata.MinCpu, cores >= 1) && Fits(Metadata.MinMemory, memory > 0),
        };

        bool Fits(string name, bool isInRange) => isInRange || item.Find(name) is null;
    }

    /// <summary>For people: <c>GpuCount 2, MinGpuMemory 24</c>.</summary>
    public static string TextOf(ServiceItem item) =>
        string.Join(", ", Names.Where(name => item.Find(name) is not null).Select(name => $"{name} {item.Find(name)!.Text.Trim().Shown(20)}"));

    private static decimal? Amount(ServiceItem item, string name) => item.Find(name) is { } value ? ServiceSpec.ParseAmount(value.Text) : null;
}
