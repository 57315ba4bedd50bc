using System.Collections.Immutable;
using EasDeploy.Catalogs;

namespace EasDeploy.Resolution;

/// <summary>An image of the catalog with what starting it needs.</summary>
/// <param name="Name"><c>name:tag</c>.</param>
/// <param name="Address">Registry address, written to the config.</param>
/// <param name="Chips">Chips it was built for, any may match; empty = not known.</param>
/// <param name="UnknownChips">Chip words of its labels that no rule knows.</param>
/// <param name="PresetScript">Start command it brings; null = none.</param>
/// <param name="PresetPort">Port it brings; null = none.</param>
public sealed record ResolvedImage(
    string Name,
    string Address,
    ImmutableArray<Chip> Chips,
    ImmutableArray<string> UnknownChips,
    string? PresetScript,
    int? PresetPort)
{
    /// <summary>Its label says that EAS serves it.</summary>
    public bool IsForEas { get; init; } = true;

    /// <summary>Only its owners may see it, so the registry asks who pulls it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>For people: <c>GPU</c>, <c>CPU or GPU</c>, <c>unknown</c>.</summary>
    public string ChipText => Chips.IsEmpty ? "unknown" : string.Join(" or ", Chips);
}
