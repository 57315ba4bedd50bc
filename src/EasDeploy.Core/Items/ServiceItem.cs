using System.Collections.Immutable;
using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;

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
    /// <summary><c>EasNlbListener</c> items that name this service or none.</summary>
    public ImmutableArray<AttachedItem> NlbListeners { get; init; } = [];

    /// <summary><c>EasScaleRule</c> items that name this service or none.</summary>
    public ImmutableArray<AttachedItem> ScaleRules { get; init; } = [];

    /// <summary>A document's list of types begins in the dedicated group (<c>dedicated_resource</c>): both may be named.</summary>
    public bool SpillsOver { get; init; }

    /// <summary>What a document gives its <c>command</c> (<c>args</c>), joined with blanks. Judged only; it is written from the document. Null = nothing.</summary>
    public string? Arguments { get; init; }

    /// <summary>A document's list of types says more than items can: it is written as it is, so that no type of it is switched.</summary>
    public bool KeepsTypes => (ConfigRest?["cloud"]?["computing"] as JsonObject)?["instances"] is JsonArray;

    /// <summary>What a document mounts beyond items: the kind, such as <c>git</c>, and its path. Judged only; it is written from the document.</summary>
    public ImmutableArray<AttachedItem> OtherMounts { get; init; } = [];

    /// <summary>The containers of a document beyond the first, each as an item. Judged only; they are written from the document.</summary>
    public ImmutableArray<ServiceItem> SideContainers { get; init; } = [];

    /// <summary>Laid over the config at the very end (<c>ConfigPatch</c>); null = none.</summary>
    public ConfigText? ConfigPatch { get; init; }

    /// <summary>The document this item was read from; null for an item of a project or a wizard.</summary>
    public ConfigText? Config { get; init; }

    /// <summary>What the document says beyond this item; written back as it is. Null = nothing. Never changed.</summary>
    public JsonObject? ConfigRest { get; init; }

    /// <summary>An item without attached items.</summary>
    public static ServiceItem Create(string name, SourceLocation location, IEnumerable<KeyValuePair<string, ItemValue>> metadata) =>
        new(name, location, metadata.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase), [], []);

    /// <summary>A metadata value, or null when the author left it out.</summary>
    public ItemValue? Find(string metadataName) => Metadata.GetValueOrDefault(metadataName);
}

/// <summary>An item that belongs to services: <c>EasStorage</c>, <c>EasEnvironmentVariable</c>, <c>EasNlbListener</c>, <c>EasScaleRule</c>.</summary>
/// <param name="Include">Source of a mount, name of a variable, id of a load balancer, or a metric.</param>
public sealed record AttachedItem(string Include, SourceLocation Location, ImmutableDictionary<string, ItemValue> Metadata)
{
    public ItemValue? Find(string metadataName) => Metadata.GetValueOrDefault(metadataName);
}
