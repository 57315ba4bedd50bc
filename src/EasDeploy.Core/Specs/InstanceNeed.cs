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
    /// <summary>Metadata that say a need, in the order a message names them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [Metadata.GpuCount, Metadata.GpuModel, Metadata.MinGpuMemory, Metadata.MinCpu, Metadata.MinMemory];

    /// <returns>Null when nothing of it is written.</returns>
    public static InstanceNeed? From(ServiceItem item) => Names.Select(item.Find).FirstOrDefault(value => value is not null) is { } first
        ? new InstanceNeed(
            first.Location,
            item.ReadNumber(Metadata.GpuCount)?.Value,
            item.ReadText(Metadata.GpuModel)?.Value,
            Amount(item, Metadata.MinGpuMemory),
            item.ReadNumber(Metadata.MinCpu)?.Value,
            Amount(item, Metadata.MinMemory))
        : null;

    /// <summary>For people: <c>GpuCount 2, MinGpuMemory 24</c>.</summary>
    public static string TextOf(ServiceItem item) =>
        string.Join(", ", Names.Where(name => item.Find(name) is not null).Select(name => $"{name} {item.Find(name)!.Text.Trim().Shown(20)}"));

    private static decimal? Amount(ServiceItem item, string name) => item.Find(name) is { } value ? ServiceSpec.ParseAmount(value.Text) : null;
}
