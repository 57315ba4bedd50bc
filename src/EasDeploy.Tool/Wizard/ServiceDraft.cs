using System.Collections.Immutable;
using System.Text.Json.Serialization;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Tool.Wizard;

/// <summary>The answers so far, as metadata of an item: all that a screen leaves behind.</summary>
/// <param name="Region">Null = not chosen yet.</param>
/// <param name="Metadata">Of the <c>EasService</c> item, by the names of the property catalog.</param>
internal sealed record ServiceDraft(
    string? Region,
    string Name,
    ImmutableSortedDictionary<string, string> Metadata,
    ImmutableArray<DraftItem> Storage,
    ImmutableArray<DraftItem> NlbListeners)
{
    public static ServiceDraft Empty { get; } = new(null, "", ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), [], []);

    /// <summary>Metrics of the autoscaling after the first, which is metadata.</summary>
    public ImmutableArray<DraftItem> ScaleRules { get; init; } = [];

    /// <summary>Chips of the image, for the list of instance types; empty = not known.</summary>
    public ImmutableArray<Chip> Chips { get; init; } = [];

    /// <summary>For people: <c>GPU</c>, <c>CPU or GPU</c>, or a word no rule knows.</summary>
    public string ChipText { get; init; } = "unknown";

    /// <summary>For people: the workspace's name.</summary>
    public string WorkspaceName { get; init; } = "";

    /// <summary>A metadata value; null = not set.</summary>
    public string? this[string name] => Metadata.GetValueOrDefault(name);

    [JsonIgnore]
    public ImageFamily Family => this[PropertyCatalog.Metadata.Image] is { } image ? ImageFamilies.Of(new ImageReference(image)) : ImageFamily.Other;

    /// <summary>The same answers under another name; its mounts and listeners go with it.</summary>
    public ServiceDraft Named(string name) => this with
    {
        Name = name,
        Storage = [.. Storage.Select(item => item.OfService(name))],
        NlbListeners = [.. NlbListeners.Select(item => item.OfService(name))],
        ScaleRules = [.. ScaleRules.Select(item => item.OfService(name))],
    };

    public ServiceDraft With(string name, string value) => this with { Metadata = Metadata.SetItem(name, value) };

    /// <summary>The image and the chips it was built for.</summary>
    /// <param name="text">As the author names it: its name or its address.</param>
    public ServiceDraft With(CatalogImage image, ImageDetail detail, string text)
    {
        ImmutableArray<ImageLabel> labels = detail.Labels.IsEmpty ? image.Labels : detail.Labels;
        string chips = string.Join(" or ", labels.Where(label => label.Key == "system.chipType").Select(label => label.Value).DefaultIfEmpty("unknown"));
        return With(PropertyCatalog.Metadata.Image, text) with { Chips = [.. ChipClassifier.Of(labels)], ChipText = chips };
    }

    public ServiceDraft Without(params IEnumerable<string> names) => this with { Metadata = Metadata.RemoveRange(names) };

    public ServiceItem ToItem() => ServiceItem.Create(Name, SourceLocation.None, Values(Metadata)) with
    {
        Storage = [.. Storage.Select(Attached)],
        NlbListeners = [.. NlbListeners.Select(Attached)],
        ScaleRules = [.. ScaleRules.Select(Attached)],
    };

    public ServiceSpec ToSpec() => ServiceSpec.From(ToItem(), DeploymentPolicy.Default);

    /// <summary>Items of each type that carry these answers, in the order of the property catalog.</summary>
    public IEnumerable<(string ItemType, DraftItem Item)> Items() =>
    [
        (PropertyCatalog.Service, new DraftItem(Name, Metadata)),
        .. Storage.Select(item => (PropertyCatalog.Storage, item)),
        .. NlbListeners.Select(item => (PropertyCatalog.NlbListener, item)),
        .. ScaleRules.Select(item => (PropertyCatalog.ScaleRule, item)),
    ];

    private static AttachedItem Attached(DraftItem item) =>
        new(item.Include, SourceLocation.None, Values(item.Metadata).ToImmutableDictionary(StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<KeyValuePair<string, ItemValue>> Values(IEnumerable<KeyValuePair<string, string>> metadata) =>
        metadata.Select(pair => KeyValuePair.Create(pair.Key, new ItemValue(pair.Value, SourceLocation.None)));
}

/// <summary>An item as it will stand in a project.</summary>
internal sealed record DraftItem(string Include, ImmutableSortedDictionary<string, string> Metadata)
{
    public DraftItem OfService(string service) => this with { Metadata = Metadata.SetItem(PropertyCatalog.Metadata.Service, service) };

    public static DraftItem Create(string include, params IEnumerable<(string Name, string Value)> metadata) =>
        new(include, metadata.ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal));
}
