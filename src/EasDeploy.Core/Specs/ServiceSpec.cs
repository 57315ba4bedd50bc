using System.Collections.Immutable;
using System.Globalization;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Specs;

/// <summary>A service as wanted: typed, not yet matched with a catalog. Only <see cref="From"/> makes one.</summary>
public sealed record ServiceSpec
{
    private ServiceSpec(
        ServiceItem item, BasicInfoSpec basicInfo, ServiceEnvironmentSpec environment, ResourcesSpec resources, DeploymentPolicy policy)
    {
        Item = item;
        BasicInfo = basicInfo;
        Environment = environment;
        Resources = resources;
        Policy = policy;
    }

    /// <summary>What the author wrote; the item rules read it.</summary>
    public ServiceItem Item { get; }

    public SourceLocation Location => Item.Location;

    public BasicInfoSpec BasicInfo { get; }

    public ServiceEnvironmentSpec Environment { get; }

    public ResourcesSpec Resources { get; }

    public DeploymentPolicy Policy { get; }

    public string Name => BasicInfo.Name;

    /// <summary>Reads an item. Total: a value that does not parse is left out here and reported by the item rules.</summary>
    /// <param name="policy">Project-wide policy; the item's own metadata wins.</param>
    public static ServiceSpec From(ServiceItem item, DeploymentPolicy policy) => new(
        item,
        new BasicInfoSpec(item.Name, Text(item, Metadata.Workspace)),
        ReadEnvironment(item),
        ReadResources(item),
        ReadPolicy(item, policy));

    private static ServiceEnvironmentSpec ReadEnvironment(ServiceItem item)
    {
        ImmutableArray<StorageMount>.Builder mounts = ImmutableArray.CreateBuilder<StorageMount>();
        if (Text(item, Metadata.Model) is { } model)
        {
            Given<string> path = Text(item, Metadata.ModelMountPath)
                ?? new Given<string>(ServiceEnvironmentSpec.DefaultModelMountPath, model.Location);
            mounts.Add(new StorageMount(model, path, ReadOnly: true));
        }

        foreach (AttachedItem storage in item.Storage)
        {
            if (storage.Find(Metadata.MountPath) is { } path)
            {
                bool readOnly = Flag(storage.Find(Metadata.ReadOnly)) ?? false;
                mounts.Add(new StorageMount(new(storage.Include.Trim(), storage.Location), new(path.Text.Trim(), path.Location), readOnly));
            }
        }

        Given<string>? image = Text(item, Metadata.Image);
        return new ServiceEnvironmentSpec(
            image is null ? null : new Given<ImageReference>(new ImageReference(image.Value), image.Location),
            Text(item, Metadata.Script),
            Text(item, Metadata.Command),
            Number(item.Find(Metadata.Port)),
            mounts.ToImmutable(),
            [.. item.Environment.Select(variable => new EnvironmentVariable(variable.Include.Trim(), variable.Find(Metadata.Value)?.Text ?? ""))]);
    }

    private static ResourcesSpec ReadResources(ServiceItem item)
    {
        ImmutableArray<Given<string>> types = item.Find(Metadata.InstanceType) is { } value
            ? [.. SplitList(value.Text).Select(name => new Given<string>(name, value.Location))]
            : [];
        return new ResourcesSpec(
            types,
            Text(item, Metadata.ResourceGroup),
            Number(item.Find(Metadata.Cpu))?.Value,
            Number(item.Find(Metadata.Memory))?.Value,
            Number(item.Find(Metadata.Gpu))?.Value,
            Number(item.Find(Metadata.Replicas))?.Value ?? ResourcesSpec.DefaultReplicas);
    }

    private static DeploymentPolicy ReadPolicy(ServiceItem item, DeploymentPolicy policy)
    {
        OnExisting onExisting = ParseOnExisting(item.Find(Metadata.OnExisting)?.Text) ?? policy.OnExisting;
        int? seconds = Number(item.Find(Metadata.WaitTimeout))?.Value;
        return policy with { OnExisting = onExisting, WaitTimeout = seconds is > 0 ? TimeSpan.FromSeconds(seconds.Value) : policy.WaitTimeout };
    }

    /// <summary>One of the names, any case; a number or a list is not a policy.</summary>
    public static OnExisting? ParseOnExisting(string? text) => text?.Trim() is { } name && name.All(char.IsAsciiLetter)
        && Enum.TryParse(name, ignoreCase: true, out OnExisting value) ? value : null;

    /// <summary>Splits an MSBuild list at <c>;</c>, trims, drops empty parts.</summary>
    public static IEnumerable<string> SplitList(string text) =>
        text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A whole number without sign tricks, spaces trimmed; null when it is not one.</summary>
    public static int? ParseNumber(string text) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary><c>true</c> or <c>false</c>, any case; null when it is neither.</summary>
    public static bool? ParseFlag(string text) => bool.TryParse(text.Trim(), out bool flag) ? flag : null;

    private static Given<string>? Text(ServiceItem item, string name) =>
        item.Find(name) is { } value && value.Text.Trim() is { Length: > 0 } text ? new Given<string>(text, value.Location) : null;

    private static Given<int>? Number(ItemValue? value) =>
        value is not null && ParseNumber(value.Text) is { } number ? new Given<int>(number, value.Location) : null;

    private static bool? Flag(ItemValue? value) => value is null ? null : ParseFlag(value.Text);
}
