using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace EasDeploy.Catalogs;

/// <summary>What the cloud offered at one moment in one region. A value: queried, or read back from a file.</summary>
/// <param name="Region">Region of every fact; null = not known.</param>
/// <param name="QueriedAt">UTC; null = nothing was queried and every list is empty.</param>
/// <param name="NotQueriedReason">Why nothing was queried, in words for one info line; null when it was.</param>
/// <param name="ImageDetails">GetImage answers of the images in use.</param>
/// <param name="ResourceGroups">Null = not asked for: no service uses one.</param>
/// <param name="Datasets">Those in use that exist; null = not asked for, or they may not be read.</param>
/// <param name="NamedNetwork">Null = not asked for: no service names a gateway, a VPC or a load balancer.</param>
/// <param name="MountedStorage">Null = not asked for: no service mounts object storage.</param>
/// <param name="OtherImages">Images in use that are not in the official list; null = not asked for: the list has every one.</param>
public sealed record Catalog(
    string? Region,
    DateTimeOffset? QueriedAt,
    string? NotQueriedReason,
    ImmutableArray<Workspace> Workspaces,
    ImmutableArray<CatalogImage> Images,
    ImmutableArray<ImageDetail> ImageDetails,
    ImmutableArray<InstanceType> InstanceTypes,
    ImmutableArray<ResourceGroup>? ResourceGroups,
    CatalogNetwork? NamedNetwork = null,
    ImmutableArray<CatalogDataset>? Datasets = null,
    CatalogStorage? MountedStorage = null,
    ImmutableArray<CatalogImage>? OtherImages = null)
{
    [JsonIgnore]
    public CatalogNetwork Network => NamedNetwork ?? CatalogNetwork.NotAsked;

    [JsonIgnore]
    public CatalogStorage Storage => MountedStorage ?? CatalogStorage.NotAsked;

    public bool IsQueried => QueriedAt is not null;

    /// <summary>A catalog that knows nothing: rules that need one rest.</summary>
    public static Catalog NotQueried(string? region, string reason) => new(region, null, reason, [], [], [], [], null);
}
