using System.Collections.Immutable;
using System.Text.Json.Serialization;
using EasDeploy.Catalogs;

namespace EasDeploy.Aliyun.CatalogCache;

/// <summary>Reads the catalog from kept answers, and opens the cloud only for a call that has none.</summary>
/// <param name="open">Called once at most.</param>
internal sealed class CachedCatalogSource(KeptAnswers kept, Func<CancellationToken, Task<AliyunCloud>> open) : ICatalogSource, IDisposable
{
    private readonly SemaphoreSlim _opening = new(1);
    private AliyunCloud? _cloud;

    private static KeptAnswerContext Shapes => KeptAnswerContext.Default;

    public Task<ImmutableArray<Workspace>> ListWorkspacesAsync(CancellationToken ct) =>
        kept.GetAsync("ListWorkspaces", Shapes.KeptWorkspaces, () => AskAsync(cloud => cloud.ListWorkspacesAsync(ct), ct));

    public Task<ImmutableArray<CatalogImage>> ListImagesAsync(CancellationToken ct) =>
        kept.GetAsync("ListImages", Shapes.KeptImages, () => AskAsync(cloud => cloud.ListImagesAsync(ct), ct));

    public Task<ImmutableArray<CatalogImage>> FindImagesAsync(string name, CancellationToken ct) =>
        kept.GetAsync("FindImages " + name, Shapes.KeptImages, () => AskAsync(cloud => cloud.FindImagesAsync(name, ct), ct));

    public Task<ImageDetail> GetImageAsync(string imageId, CancellationToken ct) =>
        kept.GetAsync("GetImage " + imageId, Shapes.KeptImageDetail, () => AskAsync(cloud => cloud.GetImageAsync(imageId, ct), ct));

    public Task<ImmutableArray<InstanceType>> DescribeMachineSpecAsync(CancellationToken ct) =>
        kept.GetAsync("DescribeMachineSpec", Shapes.KeptInstanceTypes, () => AskAsync(cloud => cloud.DescribeMachineSpecAsync(ct), ct));

    public Task<ImmutableArray<ResourceGroup>> ListResourcesAsync(CancellationToken ct) =>
        kept.GetAsync("ListResources", Shapes.KeptResourceGroups, () => AskAsync(cloud => cloud.ListResourcesAsync(ct), ct));

    public Task<ImmutableArray<CatalogGateway>> ListGatewayAsync(CancellationToken ct) =>
        kept.GetAsync("ListGateway", Shapes.KeptGateways, () => AskAsync(cloud => cloud.ListGatewayAsync(ct), ct));

    public Task<CatalogGateway> DescribeGatewayAsync(CatalogGateway gateway, CancellationToken ct) =>
        kept.GetAsync("DescribeGateway " + gateway.Id, Shapes.KeptGateway, () => AskAsync(cloud => cloud.DescribeGatewayAsync(gateway, ct), ct));

    public Task<ImmutableArray<CatalogVpc>> DescribeVpcsAsync(string vpcId, CancellationToken ct) =>
        kept.GetAsync("DescribeVpcs " + vpcId, Shapes.KeptVpcs, () => AskAsync(cloud => cloud.DescribeVpcsAsync(vpcId, ct), ct));

    public Task<ImmutableArray<CatalogVSwitch>> DescribeVSwitchesAsync(string vpcId, CancellationToken ct) =>
        kept.GetAsync("DescribeVSwitches " + vpcId, Shapes.KeptVSwitches, () => AskAsync(cloud => cloud.DescribeVSwitchesAsync(vpcId, ct), ct));

    public Task<ImmutableArray<CatalogSecurityGroup>> DescribeSecurityGroupsAsync(string vpcId, CancellationToken ct) =>
        kept.GetAsync("DescribeSecurityGroups " + vpcId, Shapes.KeptSecurityGroups, () => AskAsync(cloud => cloud.DescribeSecurityGroupsAsync(vpcId, ct), ct));

    public Task<ImmutableArray<CatalogLoadBalancer>> ListLoadBalancersAsync(CancellationToken ct) =>
        kept.GetAsync("ListLoadBalancers", Shapes.KeptLoadBalancers, () => AskAsync(cloud => cloud.ListLoadBalancersAsync(ct), ct));

    public Task<CatalogDataset?> GetDatasetAsync(string datasetId, CancellationToken ct) =>
        kept.GetAsync("GetDataset " + datasetId, Shapes.KeptDataset!, () => AskAsync(cloud => cloud.GetDatasetAsync(datasetId, ct), ct));

    public Task<ImmutableArray<CatalogBucket>> ListBucketsAsync(CancellationToken ct) =>
        kept.GetAsync("ListBuckets", Shapes.KeptBuckets, () => AskAsync(cloud => cloud.ListBucketsAsync(ct), ct));

    public Task<FolderListing> ListObjectsAsync(string bucket, string folder, int limit, CancellationToken ct) => kept.GetAsync(
        FormattableString.Invariant($"ListObjects {limit} {bucket}/{folder}"), Shapes.KeptFolder, () => AskAsync(cloud => cloud.ListObjectsAsync(bucket, folder, limit, ct), ct));

    public Task<ReadOnlyMemory<byte>?> GetObjectAsync(string bucket, string key, int limit, CancellationToken ct) => kept.GetAsync(
        FormattableString.Invariant($"GetObject {limit} {bucket}/{key}"), Shapes.KeptObject, () => AskAsync(cloud => cloud.GetObjectAsync(bucket, key, limit, ct), ct));

    public void Dispose()
    {
        _cloud?.Dispose();
        _opening.Dispose();
    }

    private async Task<T> AskAsync<T>(Func<AliyunCloud, Task<T>> call, CancellationToken ct)
    {
        await _opening.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            _cloud ??= await open(ct).ConfigureAwait(false);
        }
        finally
        {
            _opening.Release();
        }

        return await call(_cloud).ConfigureAwait(false);
    }
}

[JsonSourceGenerationOptions(RespectRequiredConstructorParameters = true, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(KeptAnswer<ImmutableArray<Workspace>>), TypeInfoPropertyName = "KeptWorkspaces")]
[JsonSerializable(typeof(KeptAnswer<ImmutableArray<CatalogImage>>), TypeInfoPropertyName = "KeptImages")]
[JsonSerializable(typeof(KeptAnswer<ImageDetail>), TypeInfoPropertyName = "KeptImageDetail")]
[JsonSerializable(typeof(KeptAnswer<ImmutableArray<InstanceType>>), TypeInfoPropertyName = "KeptInstanceTypes")]
[JsonSerializable(typeof(KeptAnswer<ImmutableArray<ResourceGroup>>), TypeInfoPropertyName = "KeptResourceGroups")]
[JsonSerializable(typeof(KeptAnswer<ImmutableArray<CatalogGateway>>), TypeInfoPropertyName = "KeptGateways")]
[JsonSerializable(typeof(KeptAnswer<CatalogGateway>), TypeInfoPropertyName = "KeptGateway")]
[JsonSerializable(typeof(KeptAnswer<ImmutableArray<CatalogVpc>>), TypeInfoPropertyName = "KeptVpcs")]
[JsonSerializable(typeof(KeptAnswer<ImmutableArray<CatalogVSwitch>>), TypeInfoPropertyName = "KeptVSwitches")]
[JsonSerializable(typeof(KeptAnswer<ImmutableArray<CatalogSecurityGroup>>), TypeInfoPropertyName = "KeptSecurityGroups")]
[JsonSerializable(typeof(KeptAnswer<ImmutableArray<CatalogLoadBalancer>>), TypeInfoPropertyName = "KeptLoadBalancers")]
[JsonSerializable(typeof(KeptAnswer<CatalogDataset>), TypeInfoPropertyName = "KeptDataset")]
[JsonSerializable(typeof(KeptAnswer<ImmutableArray<CatalogBucket>>), TypeInfoPropertyName = "KeptBuckets")]
[JsonSerializable(typeof(KeptAnswer<FolderListing>), TypeInfoPropertyName = "KeptFolder")]
[JsonSerializable(typeof(KeptAnswer<ReadOnlyMemory<byte>?>), TypeInfoPropertyName = "KeptObject")]
internal sealed partial class KeptAnswerContext : JsonSerializerContext;
