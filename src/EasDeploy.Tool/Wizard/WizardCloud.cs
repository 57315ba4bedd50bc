using System.Collections.Immutable;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.AIWorkSpace;
using EasDeploy.Aliyun.Oss;
using EasDeploy.Aliyun.Vpc;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Tool.Wizard;

/// <summary>What the cloud offers, asked when a screen opens. The connection is made with the first question, in the region chosen by then.</summary>
internal sealed class WizardCloud(CloudAccess access, string runId) : IDisposable
{
    private const string ConfigFile = "config.json";
    private const int MostObjects = 1000;

    private readonly Dictionary<string, ModelFolder> _models = new(StringComparer.Ordinal);
    private AliyunCloud? _cloud;
    private ImmutableArray<CatalogImage>? _images;
    private readonly Dictionary<string, ImageDetail> _details = new(StringComparer.Ordinal);
    private string? _region;

    public CloudAccess Access => access;

    /// <summary>What a later command needs to reach the same cloud: a region chosen here is named.</summary>
    public CloudAccess AccessAgain => access.FindRegion() is null ? access with { Region = _region ?? "" } : access;

    /// <summary>The same for every call of this conversation.</summary>
    public string UserAgent => access.UserAgentFor(runId);

    /// <summary>Another region closes the connections to the old one.</summary>
    public string? Region
    {
        get => _region;
        set
        {
            if (_region != value)
            {
                Dispose();
                _region = value;
            }
        }
    }

    public async Task<AliyunCloud> OpenAsync(CancellationToken ct) => _cloud ??= await (access with { Region = _region ?? "" }).OpenAsync(runId, ct);

    /// <summary>Those a service can be bound to.</summary>
    public async Task<ImmutableArray<Workspace>> WorkspacesAsync(CancellationToken ct) =>
        [.. (await (await OpenAsync(ct)).ListWorkspacesAsync(ct)).Where(workspace => workspace.Status == "ENABLED")];

    /// <summary>Official images, asked anew; kept for <see cref="MatchAsync"/>.</summary>
    public async Task<ImmutableArray<CatalogImage>> ImagesAsync(CancellationToken ct)
    {
        ImmutableArray<CatalogImage> images = await (await OpenAsync(ct)).ListImagesAsync(ct);
        _images = images;
        return images;
    }

    /// <summary>The official images as last asked for.</summary>
    public async Task<ImmutableArray<CatalogImage>> KnownImagesAsync(CancellationToken ct) => _images ?? await ImagesAsync(ct);

    /// <summary>GetImage, asked anew; kept for <see cref="MatchAsync"/>.</summary>
    public async Task<ImageDetail> ImageAsync(string imageId, CancellationToken ct) =>
        _details[imageId] = await (await OpenAsync(ct)).GetImageAsync(imageId, ct);

    /// <summary>The draft matched with its image: what the start command and the port are by default.</summary>
    public async Task<ResolvedService> MatchAsync(ServiceDraft draft, CancellationToken ct)
    {
        ImmutableArray<CatalogImage> images = await KnownImagesAsync(ct);
        ServiceSpec spec = draft.ToSpec();
        if (ImageMatch.Find(images, spec, []) is { } row && !_details.ContainsKey(row.ImageId))
        {
            await ImageAsync(row.ImageId, ct);
        }

        Catalog catalog = new(draft.Region, TimeProvider.System.GetUtcNow(), null, [], images, [.. _details.Values], [], null);
        return ServiceResolver.Resolve(spec, catalog, CheckPurpose.Build);
    }

    /// <summary>What lies in a folder of object storage.</summary>
    /// <param name="path"><c>oss://bucket/folder/</c></param>
    /// <param name="region">Region of the bucket; null = the chosen one.</param>
    public async Task<ModelFolder> ModelAsync(string path, string? region, CancellationToken ct)
    {
        if (_models.TryGetValue(path, out ModelFolder? known))
        {
            return known;
        }

        IStorageListing storage = (await OpenAsync(ct)).Storage;
        string[] parts = path["oss://".Length..].Split('/', 2);
        (string bucket, string folder) = (parts[0], parts.Length > 1 ? parts[1] : "");
        FolderListing listing = await storage.ListObjectsAsync(bucket, region, folder, MostObjects, ct);
        ReadOnlyMemory<byte>? config = listing.Files.Any(file => file is { Path: ConfigFile, Size: null or <= ModelConfig.MostBytes })
            ? await storage.GetObjectAsync(bucket, region, folder + ConfigFile, ModelConfig.MostBytes, ct)
            : null;
        return _models[path] = ModelFolder.Of(path, listing, config is { } json ? ModelConfig.Read(json) : null);
    }

    /// <summary>OSS datasets of a workspace; no others can be mounted.</summary>
    /// <remarks>Source: checklist X31.</remarks>
    public async Task<ImmutableArray<Dataset>> DatasetsAsync(string? workspaceId, CancellationToken ct) =>
        [.. (await (await OpenAsync(ct)).AIWorkSpace.ListDatasetsAsync(workspaceId, ct)).Where(dataset => dataset.DataSourceType == "OSS")];

    public async Task<ImmutableArray<VirtualNetwork>> VpcsAsync(CancellationToken ct) => await (await OpenAsync(ct)).Vpc.DescribeVpcsAsync(null, ct);

    /// <summary>Dedicated groups that are ready.</summary>
    /// <remarks>Source: checklist X9.</remarks>
    public async Task<ImmutableArray<ResourceGroup>> ResourceGroupsAsync(CancellationToken ct) =>
        [.. (await (await OpenAsync(ct)).ListResourcesAsync(ct)).Where(group => group is { ResourceType: "Dedicated", Status: "ResourceReady" })];

    /// <summary>Without those that other products manage.</summary>
    public async Task<ImmutableArray<CatalogSecurityGroup>> SecurityGroupsAsync(string vpcId, CancellationToken ct) =>
        [.. (await (await OpenAsync(ct)).DescribeSecurityGroupsAsync(vpcId, ct)).Where(group => !group.IsServiceManaged)];

    public async Task<ImmutableArray<CatalogVSwitch>> VSwitchesAsync(string vpcId, CancellationToken ct) =>
        [.. (await (await OpenAsync(ct)).DescribeVSwitchesAsync(vpcId, ct)).Where(vSwitch => vSwitch.Status == "Available")];

    public async Task<ImmutableArray<CatalogLoadBalancer>> LoadBalancersAsync(CancellationToken ct) =>
        [.. (await (await OpenAsync(ct)).ListLoadBalancersAsync(ct)).Where(balancer => balancer.Status == "Active")];

    /// <summary>A listing that may not be read is as good as an empty one where the answer is optional.</summary>
    public static async Task<ImmutableArray<T>> IfPermittedAsync<T>(Task<ImmutableArray<T>> call)
    {
        try
        {
            return await call;
        }
        catch (CloudException refused) when (refused.Descriptor == CloudDiagnostics.NoPermission)
        {
            return [];
        }
    }

    public void Dispose()
    {
        _cloud?.Dispose();
        (_cloud, _images) = (null, null);
        _details.Clear();
        _models.Clear();
    }
}
