using System.Collections.Immutable;

namespace EasDeploy.Catalogs;

/// <summary>Reads what the cloud offers in one region. Implemented by the transports.</summary>
/// <exception cref="Diagnostics.CloudException">On every member: EAS70xx no answer, EAS71xx refused.</exception>
public interface ICatalogSource
{
    /// <remarks>Source: deployment workflow, step 1.2: page size 100, verbose; every page followed.</remarks>
    Task<ImmutableArray<Workspace>> ListWorkspacesAsync(CancellationToken ct);

    /// <summary>Official images that EAS supports.</summary>
    /// <remarks>Source: deployment workflow, step 2.1: labels system.official=true,system.supported.eas=true, page size 50, verbose; every page followed.</remarks>
    Task<ImmutableArray<CatalogImage>> ListImagesAsync(CancellationToken ct);

    /// <summary>Images of any origin whose name contains a text: those of the team, and official ones that EAS does not serve.</summary>
    /// <remarks>Source: AIWorkSpace 2021-02-04 ListImages, parameter Name (fuzzy); every page followed.</remarks>
    Task<ImmutableArray<CatalogImage>> FindImagesAsync(string name, CancellationToken ct);

    /// <remarks>Source: deployment workflow, steps 2.1 and 2.3; Verbose=true, else the labels are missing.</remarks>
    Task<ImageDetail> GetImageAsync(string imageId, CancellationToken ct);

    /// <remarks>Source: deployment workflow, step 3.2; not paged.</remarks>
    Task<ImmutableArray<InstanceType>> DescribeMachineSpecAsync(CancellationToken ct);

    /// <remarks>Source: deployment workflow, step 3.3; page size 100, every page followed.</remarks>
    Task<ImmutableArray<ResourceGroup>> ListResourcesAsync(CancellationToken ct);

    /// <summary>Every dedicated gateway, without its VPC.</summary>
    /// <remarks>Source: deployment workflow, step 4.2; page size 100, every page followed.</remarks>
    Task<ImmutableArray<CatalogGateway>> ListGatewayAsync(CancellationToken ct);

    /// <summary>A gateway with its VPC and vSwitches.</summary>
    /// <param name="gateway">A row of <see cref="ListGatewayAsync"/>.</param>
    /// <remarks>Source: deployment workflow, step 4.2; design ruling C18.</remarks>
    Task<CatalogGateway> DescribeGatewayAsync(CatalogGateway gateway, CancellationToken ct);

    /// <summary>The VPC, or nothing when it does not exist.</summary>
    Task<ImmutableArray<CatalogVpc>> DescribeVpcsAsync(string vpcId, CancellationToken ct);

    Task<ImmutableArray<CatalogVSwitch>> DescribeVSwitchesAsync(string vpcId, CancellationToken ct);

    /// <remarks>Source: deployment workflow, step 4.2.</remarks>
    Task<ImmutableArray<CatalogSecurityGroup>> DescribeSecurityGroupsAsync(string vpcId, CancellationToken ct);

    /// <summary>Every network load balancer of the region.</summary>
    Task<ImmutableArray<CatalogLoadBalancer>> ListLoadBalancersAsync(CancellationToken ct);

    /// <returns>Null when there is no such dataset.</returns>
    Task<CatalogDataset?> GetDatasetAsync(string datasetId, CancellationToken ct);

    /// <summary>Every bucket of the account, of every region.</summary>
    Task<ImmutableArray<CatalogBucket>> ListBucketsAsync(CancellationToken ct);

    /// <summary>Objects of a folder and of its sub-folders; the folder's own marker is left out.</summary>
    /// <param name="bucket">A bucket of this region.</param>
    /// <param name="folder">Empty for the top, else ends in <c>/</c>.</param>
    /// <param name="limit">Most objects; 1 or more.</param>
    Task<FolderListing> ListObjectsAsync(string bucket, string folder, int limit, CancellationToken ct);

    /// <summary>A small object.</summary>
    /// <param name="limit">Most bytes read.</param>
    /// <returns>Null when there is no such object, or it cannot be read this way.</returns>
    Task<ReadOnlyMemory<byte>?> GetObjectAsync(string bucket, string key, int limit, CancellationToken ct);
}
