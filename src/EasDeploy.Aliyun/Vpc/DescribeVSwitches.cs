using System.Collections.Immutable;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Vpc;

/// <summary>A vSwitch: the part of a VPC in one zone.</summary>
/// <param name="Id"><c>vsw-…</c>.</param>
/// <param name="ZoneId">For example <c>cn-hangzhou-h</c>.</param>
/// <param name="AvailableIpAddressCount">Free addresses.</param>
public sealed record VSwitch(string Id, string Name, string VpcId, string ZoneId, string? CidrBlock, long AvailableIpAddressCount, string Status);

public sealed partial class VpcClient
{
    /// <summary>vSwitches of a VPC, or of the region.</summary>
    /// <param name="vpcId">Null = all of the region.</param>
    /// <param name="vSwitchId">Only this one; null = all.</param>
    /// <remarks>Source: openapi.md section 7: a wrapped list, page size at most 50.</remarks>
    public Task<ImmutableArray<VSwitch>> DescribeVSwitchesAsync(string? vpcId, string? vSwitchId, CancellationToken ct) => Paging.CollectAsync(
        transport,
        page => Call("DescribeVSwitches", new ApiQuery
        {
            { "RegionId", region },
            { "VpcId", vpcId },
            { "VSwitchId", vSwitchId },
            { "PageNumber", page },
            { "PageSize", 50 },
        }),
        "VSwitches.VSwitch",
        row => row.Text("VSwitchId") is { } id
            ? new VSwitch(
                id,
                row.Text("VSwitchName") ?? "",
                row.Text("VpcId") ?? "",
                row.Text("ZoneId") ?? "",
                row.Text("CidrBlock"),
                row.Whole("AvailableIpAddressCount") ?? 0,
                row.Text("Status") ?? "")
            : null,
        vSwitch => vSwitch.Id,
        ct);
}
