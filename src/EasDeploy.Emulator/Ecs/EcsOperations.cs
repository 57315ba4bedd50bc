using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Ecs;

/// <summary>ECS: DescribeSecurityGroups.</summary>
/// <remarks>Source: openapi.md §7, §4.3.</remarks>
internal static class EcsOperations
{
    private const int MostPerPage = 100;

    public static IReadOnlyList<OperationBinding> All { get; } =
    [
        new("ecs", "DescribeSecurityGroups", Fidelity.Faithful, "FuzzyQuery and IsQueryEcsCount are accepted and change nothing.", DescribeSecurityGroups),
    ];

    private static JsonObject DescribeSecurityGroups(ApiCall call)
    {
        RegionCheck.Check(call);
        if (call.Text("SecurityGroupType") is not (null or "normal" or "enterprise"))
        {
            throw new ApiException(400, "InvalidParameter.SecurityGroupType", "The specified SecurityGroupType is not valid.");
        }

        bool byToken = call.Values.ContainsKey("NextToken") || call.Values.ContainsKey("MaxResults");
        bool byNumber = call.Values.ContainsKey("PageNumber") || call.Values.ContainsKey("PageSize");
        if (byToken && byNumber)
        {
            throw new ApiException(400, "NotSupported.PageNumberAndPageSize", "NextToken paging and PageNumber cannot be used together.");
        }

        JsonObject[] rows = [.. Rows(call)];
        (IReadOnlyList<JsonObject> page, string token) = byNumber
            ? (call.Page(rows), "")
            : TokenPage.Of(call, rows, MostPerPage, "InValidParameter.NextToken");
        var answer = new JsonObject
        {
            ["RegionId"] = call.Cloud.Region,
            ["SecurityGroups"] = new JsonObject { ["SecurityGroup"] = new JsonArray([.. page.Select(r => r.DeepClone())]) },
        };
        if (byNumber)
        {
            answer["PageNumber"] = call.Number("PageNumber") ?? 1;
            answer["PageSize"] = call.Number("PageSize") ?? 10;
            answer["TotalCount"] = rows.Length;
        }
        else
        {
            answer["NextToken"] = token;
        }

        return answer;
    }

    private static IEnumerable<JsonObject> Rows(ApiCall call)
    {
        string[] ids = call.Text("SecurityGroupIds") is string list
            ? [.. (JsonBody.TryParse(list) as JsonArray ?? throw ApiException.InvalidParameter("SecurityGroupIds must be a JSON list."))
                .Select(i => i?.ToString() ?? "")]
            : [];
        return (call.Account.OwnsSeeds ? call.Cloud.Catalog.SecurityGroups : [])
            .Matching(call, ("VpcId", "VpcId"), ("SecurityGroupId", "SecurityGroupId"), ("SecurityGroupName", "SecurityGroupName"),
                ("SecurityGroupType", "SecurityGroupType"), ("ResourceGroupId", "ResourceGroupId"), ("ServiceManaged", "ServiceManaged"))
            .Where(g => ids.Length == 0 || ids.Contains(g["SecurityGroupId"]!.GetValue<string>()))
            .Where(g => call.Text("NetworkType") is null or "vpc")
            .Tagged(call, "Tags", "Tag", "TagKey", "TagValue");
    }
}
