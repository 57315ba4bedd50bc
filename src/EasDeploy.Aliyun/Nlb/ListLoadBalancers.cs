using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Nlb;

/// <summary>One zone of a load balancer.</summary>
public sealed record ZoneMapping(string ZoneId, string? VSwitchId);

/// <summary>A network load balancer.</summary>
/// <param name="Id"><c>nlb-…</c>.</param>
/// <param name="Status"><c>Inactive</c>, <c>Active</c>, <c>Provisioning</c>, <c>Configuring</c>, <c>Deleting</c>, <c>Deleted</c>.</param>
/// <param name="AddressType"><c>Internet</c> or <c>Intranet</c>.</param>
/// <remarks>Source: openapi.md section 7.</remarks>
public sealed record LoadBalancer(
    string Id, string Name, string Status, string AddressType, string? VpcId, string? DnsName, ImmutableArray<ZoneMapping> ZoneMappings);

public sealed partial class NlbClient
{
    /// <summary>Network load balancers of a VPC, or of the region.</summary>
    /// <param name="vpcId">Null = all of the region.</param>
    /// <remarks>Source: openapi.md section 7: a flat list, followed by NextToken.</remarks>
    public Task<ImmutableArray<LoadBalancer>> ListLoadBalancersAsync(string? vpcId, CancellationToken ct) => Paging.FollowAsync(
        transport,
        token => Call("ListLoadBalancers", new ApiQuery
        {
            { "RegionId", region },
            { "VpcIds.1", vpcId },
            { "MaxResults", 100 },
            { "NextToken", token },
        }),
        "LoadBalancers",
        ToLoadBalancer,
        ct);

    private static LoadBalancer? ToLoadBalancer(JsonElement row) => row.Text("LoadBalancerId") is { } id
        ? new LoadBalancer(
            id,
            row.Text("LoadBalancerName") ?? "",
            row.Text("LoadBalancerStatus") ?? "",
            row.Text("AddressType") ?? "",
            row.Text("VpcId"),
            row.Text("DNSName"),
            [.. row.Items("ZoneMappings").Select(zone => new ZoneMapping(zone.Text("ZoneId") ?? "", zone.Text("VSwitchId")))])
        : null;
}
