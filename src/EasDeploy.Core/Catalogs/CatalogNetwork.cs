using System.Collections.Immutable;

namespace EasDeploy.Catalogs;

/// <summary>What the account's networks look like, as far as the services name them. A list that was not asked for, or may not be read, is null.</summary>
/// <param name="Gateways">Every dedicated gateway of the region; those in use with their VPC.</param>
/// <param name="Vpcs">The VPCs in use that exist.</param>
/// <param name="VSwitches">Every vSwitch of the VPCs in use.</param>
/// <param name="SecurityGroups">Every security group of the VPCs in use.</param>
/// <param name="LoadBalancers">Every network load balancer of the region.</param>
public sealed record CatalogNetwork(
    ImmutableArray<CatalogGateway>? Gateways,
    ImmutableArray<CatalogVpc>? Vpcs,
    ImmutableArray<CatalogVSwitch>? VSwitches,
    ImmutableArray<CatalogSecurityGroup>? SecurityGroups,
    ImmutableArray<CatalogLoadBalancer>? LoadBalancers)
{
    public static CatalogNetwork NotAsked { get; } = new(null, null, null, null, null);
}

/// <summary>A dedicated gateway.</summary>
/// <param name="Id"><c>gw-…</c>.</param>
/// <param name="Status"><c>Creating</c>, <c>Running</c>, <c>Failed</c>, …</param>
/// <param name="VpcId">VPC it is reached from; null = not asked for, or it has none.</param>
/// <param name="VSwitchIds">vSwitches it stands in; empty = not known.</param>
/// <param name="SecurityGroupId">Security group of its link to the VPC; null = not known.</param>
/// <param name="LoadBalancerId">What answers in front of it, for example <c>alb-…</c>; null = not told.</param>
/// <remarks>Source: EAS 2021-07-01 ListGateway; design ruling C18: DescribeGateway LoadBalancerList[0], then ListGatewayIntranetLinkedVpc.</remarks>
public sealed record CatalogGateway(
    string Id, string Name, string Status, string? VpcId, ImmutableArray<string> VSwitchIds, string? SecurityGroupId, string? LoadBalancerId = null);

/// <summary>A virtual private cloud.</summary>
/// <remarks>Source: VPC 2016-04-28 DescribeVpcs.</remarks>
public sealed record CatalogVpc(string Id, string Name);

/// <summary>A vSwitch: the part of a VPC in one zone.</summary>
/// <param name="AvailableIpAddressCount">Free addresses; every instance takes one.</param>
/// <param name="Status"><c>Available</c> or <c>Pending</c>.</param>
/// <remarks>Source: VPC 2016-04-28 DescribeVSwitches.</remarks>
public sealed record CatalogVSwitch(string Id, string VpcId, string ZoneId, long AvailableIpAddressCount, string Status);

/// <summary>A security group.</summary>
/// <param name="IsServiceManaged">Made and changed by another product; not for own use.</param>
/// <remarks>Source: ECS 2014-05-26 DescribeSecurityGroups.</remarks>
public sealed record CatalogSecurityGroup(string Id, string Name, string? VpcId, bool IsServiceManaged);

/// <summary>A network load balancer.</summary>
/// <param name="Status"><c>Active</c>, <c>Provisioning</c>, …</param>
/// <remarks>Source: NLB 2022-04-30 ListLoadBalancers.</remarks>
public sealed record CatalogLoadBalancer(string Id, string Name, string Status, string? VpcId);
