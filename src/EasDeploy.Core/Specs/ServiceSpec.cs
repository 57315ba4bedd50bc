using System.Collections.Immutable;
using System.Globalization;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using NuGet.Versioning;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Specs;

/// <summary>A service as wanted: typed, not yet matched with a catalog. Only <see cref="From"/> makes one.</summary>
public sealed record ServiceSpec
{
    private ServiceSpec(
        ServiceItem item,
        BasicInfoSpec basicInfo,
        ServiceEnvironmentSpec environment,
        ResourcesSpec resources,
        NetworkSpec network,
        ServiceFeaturesSpec features,
        DeploymentPolicy policy)
    {
        Item = item;
        BasicInfo = basicInfo;
        Environment = environment;
        Resources = resources;
        Network = network;
        Features = features;
        Policy = policy;
    }

    /// <summary>What the author wrote; the item rules read it.</summary>
    public ServiceItem Item { get; }

    public SourceLocation Location => Item.Location;

    public BasicInfoSpec BasicInfo { get; }

    public ServiceEnvironmentSpec Environment { get; }

    public ResourcesSpec Resources { get; }

    public NetworkSpec Network { get; }

    public ServiceFeaturesSpec Features { get; }

    public DeploymentPolicy Policy { get; }

    public string Name => BasicInfo.Name;

    /// <summary>The variables of every container, the one that serves first.</summary>
    public ImmutableArray<ImmutableArray<EnvironmentVariable>> VariablesByContainer =>
        [Environment.EnvironmentVariables, .. Item.SideContainers.Select(container => container.Environment.Select(EnvironmentVariable.From).ToImmutableArray())];

    /// <summary>What the ConfigPatch says by itself: it asks the catalog too. Null = no patch.</summary>
    public ServiceSpec? OfPatch => Item.ConfigPatch is { } patch ? From(ConfigReader.Read(patch), Policy) : null;

    /// <summary>Where the start command was written, else the item.</summary>
    public SourceLocation PlaceOfCommand => (Environment.Script ?? Environment.Command)?.Location ?? Location;

    /// <summary>Services that are Running before this one is created.</summary>
    public ImmutableArray<string> DependsOn => Item.Find(Metadata.DependsOn) is { } names ? [.. SplitList(names.Text)] : [];

    /// <summary>Limit of the wait: the author's, else the probe budget + 600 s for the image pull, at most a week.</summary>
    /// <remarks>Source: design rulings K8, C28.</remarks>
    public TimeSpan WaitTimeout => WaitTimeoutFor(Features.HealthCheck?.Budget ?? 0);

    /// <param name="probeBudget">Longest time the probes of the config sent allow a start to take, in seconds.</param>
    public TimeSpan WaitTimeoutFor(double probeBudget) => Policy.WaitTimeout
        ?? TimeSpan.FromSeconds(Math.Min(ImagePullBudget + Math.Max(0, probeBudget), TimeSpan.FromDays(7).TotalSeconds));

    private const double ImagePullBudget = 600;

    /// <summary>Reads an item. Total: a value that does not parse is left out here and reported by the item rules.</summary>
    /// <param name="policy">Project-wide policy; the item's own metadata wins.</param>
    public static ServiceSpec From(ServiceItem item, DeploymentPolicy policy) => new(
        item,
        new BasicInfoSpec(item.Name, item.ReadText(Metadata.Workspace)),
        ReadEnvironment(item),
        ReadResources(item),
        NetworkSpec.From(item),
        ServiceFeaturesSpec.From(item),
        ReadPolicy(item, policy));

    private static ServiceEnvironmentSpec ReadEnvironment(ServiceItem item)
    {
        ImmutableArray<StorageMount>.Builder mounts = ImmutableArray.CreateBuilder<StorageMount>();
        if (item.ReadText(Metadata.Model) is { } model)
        {
            Given<string> path = item.ReadText(Metadata.ModelMountPath)
                ?? new Given<string>(ServiceEnvironmentSpec.DefaultModelMountPath, model.Location);
            mounts.Add(new StorageMount(model, path, ReadOnly: true));
        }

        foreach (AttachedItem storage in item.Storage)
        {
            if (storage.Find(Metadata.MountPath) is { } path)
            {
                bool isDataset = StorageSource.Parse(storage.Include) is StorageSource.PaiDataset;
                bool readOnly = storage.ReadFlag(Metadata.ReadOnly)?.Value ?? isDataset;
                mounts.Add(new StorageMount(new(storage.Include.Trim(), storage.Location), new(path.Text.Trim(), path.Location), readOnly)
                {
                    PlaceOfAccess = storage.Find(Metadata.ReadOnly)?.Location ?? storage.Location,
                });
            }
        }

        Given<string>? image = item.ReadText(Metadata.Image);
        return new ServiceEnvironmentSpec(
            image is null ? null : new Given<ImageReference>(new ImageReference(image.Value), image.Location),
            item.ReadText(Metadata.Script),
            item.ReadText(Metadata.Command),
            item.ReadNumber(Metadata.Port),
            mounts.ToImmutable(),
            [.. item.Environment.Select(EnvironmentVariable.From)])
        {
            Arguments = item.Arguments,
            ImageVersion = item.ReadText(Metadata.ImageVersion) is { } range && ParseRange(range.Value) is { } allowed
                ? new Given<VersionRange>(allowed, range.Location) : null,
            Chip = item.ReadText(Metadata.Chip) is { } chip && ChipClassifier.Parse(chip.Value) is { } wanted ? new Given<Chip>(wanted, chip.Location) : null,
            RegistryAuthFromEnvironment = item.ReadText(Metadata.RegistryAuthFromEnvironment),
        };
    }

    private static ResourcesSpec ReadResources(ServiceItem item)
    {
        ImmutableArray<Given<string>> types = item.Find(Metadata.InstanceType) is { } value
            ? [.. SplitList(value.Text).Select((name, i) => new Given<string>(name, i < value.PartLocations.Length ? value.PartLocations[i] : value.Location))]
            : [];
        return new ResourcesSpec(
            types,
            item.ReadText(Metadata.ResourceGroup),
            item.ReadNumber(Metadata.Cpu)?.Value,
            item.ReadNumber(Metadata.Memory)?.Value,
            item.ReadNumber(Metadata.Gpu)?.Value,
            item.ReadNumber(Metadata.Replicas)?.Value ?? ResourcesSpec.DefaultReplicas)
        {
            Need = InstanceNeed.From(item),
            SpotPriceLimit = item.Find(Metadata.SpotPriceLimit) is { } limit && ParseAmount(limit.Text) is { } price ? new Given<decimal>(price, limit.Location) : null,
        };
    }

    private static DeploymentPolicy ReadPolicy(ServiceItem item, DeploymentPolicy policy)
    {
        OnExisting onExisting = ParseOnExisting(item.Find(Metadata.OnExisting)?.Text) ?? policy.OnExisting;
        int? seconds = item.ReadNumber(Metadata.WaitTimeout)?.Value;
        return policy with
        {
            Wait = item.ReadFlag(Metadata.Wait)?.Value ?? policy.Wait,
            AutoSwitchInstance = item.ReadFlag(Metadata.AutoSwitchInstance)?.Value ?? policy.AutoSwitchInstance,
            OnExisting = onExisting,
            Verify = ParseVerify(item.Find(Metadata.Verify)?.Text) ?? policy.Verify,
            WaitTimeout = seconds is > 0 ? TimeSpan.FromSeconds(seconds.Value) : policy.WaitTimeout,
        };
    }

    /// <summary>One of the names, any case; a number or a list is not a policy.</summary>
    public static OnExisting? ParseOnExisting(string? text) => text?.Trim() is { } name && name.All(char.IsAsciiLetter)
        && Enum.TryParse(name, ignoreCase: true, out OnExisting value) ? value : null;

    /// <summary>One of the names, any case; null when it is none.</summary>
    public static VerifyLevel? ParseVerify(string? text) => text?.Trim() is { } name && name.All(char.IsAsciiLetter)
        && Enum.TryParse(name, ignoreCase: true, out VerifyLevel value) ? value : null;

    /// <summary>A NuGet version range such as <c>[0.12,0.14]</c> or <c>0.11.*</c>; null when it is none. Its versions may be spelled as tags spell them.</summary>
    public static VersionRange? ParseRange(string text) =>
        text.Length < 200 && VersionRange.TryParse(ImageTag.RangeOf(text.Trim()), allowFloating: false, out VersionRange? range) ? range : null;

    /// <summary>Splits an MSBuild list at <c>;</c>, trims, drops empty parts.</summary>
    public static IEnumerable<string> SplitList(string text) =>
        text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A whole number without sign tricks, spaces trimmed; null when it is not one.</summary>
    public static int? ParseNumber(string text) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>A number with or without a fraction; null when it is not one.</summary>
    public static decimal? ParseAmount(string text) => AutoscalerSpec.ParseThreshold(text);

    /// <summary><c>true</c> or <c>false</c>, any case; null when it is neither.</summary>
    public static bool? ParseFlag(string text) => bool.TryParse(text.Trim(), out bool flag) ? flag : null;
}
