using System.Collections.Immutable;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Ecs;

/// <summary>A security group.</summary>
/// <param name="Id"><c>sg-…</c>.</param>
/// <param name="IsServiceManaged">Kept by another cloud product.</param>
/// <param name="SecurityGroupType"><c>normal</c> or <c>enterprise</c>.</param>
public sealed record SecurityGroup(string Id, string Name, string? VpcId, string SecurityGroupType, string? Description, bool IsServiceManaged);

public sealed partial class EcsClient
{
    /// <summary>Security groups of a VPC, or of the region.</summary>
    /// <param name="vpcId">Null = all of the region.</param>
    /// <remarks>Source: openapi.md section 7: a wrapped list, followed by NextToken (the API's own page size is 10).</remarks>
    public Task<ImmutableArray<SecurityGroup>> DescribeSecurityGroupsAsync(string? vpcId, CancellationToken ct) => Paging.FollowAsync(
        transport,
        token => Call("DescribeSecurityGroups", new ApiQuery
        {
            { "RegionId", region },
            { "VpcId", vpcId },
            { "MaxResults", 100 },
            { "NextToken", token },
        }),
        "SecurityGroups.SecurityGroup",
        row => row.Text("SecurityGroupId") is { } id
            ? new SecurityGroup(
                id, row.Text("SecurityGroupName") ?? "", row.Text("VpcId"), row.Text("SecurityGroupType") ?? "", row.Text("Description"),
                row.Flag("ServiceManaged") ?? false)
            : null,
        ct);
}
