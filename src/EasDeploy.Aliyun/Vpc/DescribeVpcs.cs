using System.Collections.Immutable;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Vpc;

/// <summary>A virtual private cloud.</summary>
/// <param name="Id"><c>vpc-…</c>.</param>
/// <param name="Status"><c>Pending</c> or <c>Available</c>.</param>
public sealed record VirtualNetwork(string Id, string Name, string Status, string? CidrBlock, bool IsDefault);

public sealed partial class VpcClient
{
    /// <summary>VPCs of the region.</summary>
    /// <param name="vpcId">Only this one (at most 20, joined by commas); null = all.</param>
    /// <remarks>Source: openapi.md section 7: a wrapped list, page size at most 50.</remarks>
    public Task<ImmutableArray<VirtualNetwork>> DescribeVpcsAsync(string? vpcId, CancellationToken ct) => Paging.CollectAsync(
        transport,
        page => Call("DescribeVpcs", new ApiQuery
        {
            { "RegionId", region },
            { "VpcId", vpcId },
            { "PageNumber", page },
            { "PageSize", 50 },
        }),
        "Vpcs.Vpc",
        row => row.Text("VpcId") is { } id
            ? new VirtualNetwork(id, row.Text("VpcName") ?? "", row.Text("Status") ?? "", row.Text("CidrBlock"), row.Flag("IsDefault") ?? false)
            : null,
        network => network.Id,
        ct);
}
