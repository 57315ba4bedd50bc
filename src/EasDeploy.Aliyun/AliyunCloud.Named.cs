using System.Collections.Immutable;
using EasDeploy.Aliyun.AIWorkSpace;
using EasDeploy.Aliyun.Eas;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun;

/// <summary>The part of the catalog that only services with a gateway, a VPC, a load balancer or a dataset need.</summary>
public sealed partial class AliyunCloud
{
    public async Task<ImmutableArray<CatalogGateway>> ListGatewayAsync(CancellationToken ct) =>
        [.. (await Eas.ListGatewayAsync(ct).ConfigureAwait(false)).Select(gateway => new CatalogGateway(gateway.Id, gateway.Name, gateway.Status, null, [], null))];

    /// <remarks>Source: design ruling C18: LoadBalancerList[0], then ListGatewayIntranetLinkedVpc, which alone knows the security group.</remarks>
    public async Task<CatalogGateway> DescribeGatewayAsync(CatalogGateway gateway, CancellationToken ct)
    {
        Task<GatewayDetail> detail = Eas.DescribeGatewayAsync(gateway.Id, ct);
        ImmutableArray<GatewayLinkedVpc> links = await Eas.ListGatewayIntranetLinkedVpcAsync(gateway.Id, ct).ConfigureAwait(false);
        GatewayLoadBalancer? balancer = (await detail.ConfigureAwait(false)).LoadBalancers.FirstOrDefault();
        string? vpc = balancer?.VpcId ?? links.FirstOrDefault()?.VpcId;
        List<GatewayLinkedVpc> ofVpc = [.. links.Where(link => link.VpcId == vpc)];
        return gateway with
        {
            Status = (await detail.ConfigureAwait(false)).Gateway.Status is { Length: > 0 } status ? status : gateway.Status,
            VpcId = vpc,
            VSwitchIds = balancer is { VSwitchIds.Count: > 0 }
                ? [.. balancer.VSwitchIds]
                : [.. ofVpc.Select(link => link.VSwitchId).OfType<string>().Distinct(StringComparer.Ordinal)],
            LoadBalancerId = balancer?.Id,
            SecurityGroupId = ofVpc.Select(link => link.SecurityGroupId).FirstOrDefault(id => !string.IsNullOrEmpty(id)),
        };
    }

    public async Task<ImmutableArray<CatalogVpc>> DescribeVpcsAsync(string vpcId, CancellationToken ct) =>
        [.. (await Vpc.DescribeVpcsAsync(vpcId, ct).ConfigureAwait(false)).Select(vpc => new CatalogVpc(vpc.Id, vpc.Name))];

    public async Task<ImmutableArray<CatalogVSwitch>> DescribeVSwitchesAsync(string vpcId, CancellationToken ct) =>
        [.. (await Vpc.DescribeVSwitchesAsync(vpcId, null, ct).ConfigureAwait(false)).Select(row =>
            new CatalogVSwitch(row.Id, row.VpcId, row.ZoneId, row.AvailableIpAddressCount, row.Status))];

    public async Task<ImmutableArray<CatalogSecurityGroup>> DescribeSecurityGroupsAsync(string vpcId, CancellationToken ct) =>
        [.. (await Ecs.DescribeSecurityGroupsAsync(vpcId, ct).ConfigureAwait(false)).Select(row =>
            new CatalogSecurityGroup(row.Id, row.Name, row.VpcId, row.IsServiceManaged))];

    public async Task<ImmutableArray<CatalogLoadBalancer>> ListLoadBalancersAsync(CancellationToken ct) =>
        [.. (await Nlb.ListLoadBalancersAsync(null, ct).ConfigureAwait(false)).Select(row => new CatalogLoadBalancer(row.Id, row.Name, row.Status, row.VpcId))];

    public async Task<CatalogDataset?> GetDatasetAsync(string datasetId, CancellationToken ct)
    {
        try
        {
            Dataset dataset = await AIWorkSpace.GetDatasetAsync(datasetId, ct).ConfigureAwait(false);
            return new CatalogDataset(dataset.Id, dataset.Name, dataset.DataSourceType);
        }
        catch (CloudException exception) when (exception.Descriptor == CloudDiagnostics.NotFound)
        {
            return null;
        }
    }
}
