using System.Collections.Immutable;
using EasDeploy.Diagnostics;

namespace EasDeploy.Items;

/// <summary>A service as the author wrote it: raw text, nothing interpreted. Made from a project, a wizard answer or a JSON file.</summary>
/// <param name="Name">The item's Include, untouched.</param>
/// <param name="Metadata">By name, case-insensitive; only values that are not empty.</param>
/// <param name="Storage"><c>EasStorage</c> items that name this service or none.</param>
/// <param name="Environment"><c>EasEnvironmentVariable</c> items that name this service or none.</param>
public sealed record ServiceItem(
    string Name,
    SourceLocation Location,
    ImmutableDictionary<string, ItemValue> Metadata,
    ImmutableArray<AttachedItem> Storage,
    ImmutableArray<AttachedItem> Environment)
{
    /// <summary>An item without attached items.</summary>
    public static ServiceItem Create(string name, SourceLocation location, IEnumerable<KeyValuePair<string, ItemValue>> metadata) =>
        new(name, location, metadata.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase), [], []);

    /// <summary>A metadata value, or null when the author left it out.</summary>
    public ItemValue? Find(string metadataName) => Metadata.GetValueOrDefault(metadataName);
}

/// <summary>An <c>EasStorage</c> or <c>EasEnvironmentVariable</c> item.</summary>
/// <param name="Include">Source of a mount, or name of a variable.</param>
public sealed record AttachedItem(string Include, SourceLocation Location, ImmutableDictionary<string, ItemValue> Metadata)
{
    public ItemValue? Find(string metadataName) => Metadata.GetValueOrDefault(metadataName);
}
