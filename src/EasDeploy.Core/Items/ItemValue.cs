using System.Collections.Immutable;
using EasDeploy.Diagnostics;

namespace EasDeploy.Items;

/// <summary>Raw text of one metadata value and the place where the author wrote it.</summary>
public sealed record ItemValue(string Text, SourceLocation Location)
{
    /// <summary>Where each part of a <c>;</c> list stands, when the author wrote them apart; empty = at <see cref="Location"/>.</summary>
    public ImmutableArray<SourceLocation> PartLocations { get; init; } = [];
}
