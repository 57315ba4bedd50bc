using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Vpc;

/// <summary>VPC: DescribeVpcs and DescribeVSwitches.</summary>
/// <remarks>Source: openapi.md §7, §4.3.</remarks>
internal static class VpcOperations
{
    private const int MostPerPage = 50;
    private const int MostIds = 20;

    public static IReadOnlyList<OperationBinding> All { get; } =
    [
        new("vpc", "DescribeVpcs", Fidelity.Faithful, "VpcName matches a part of the name (assumed).", DescribeVpcs),
        new("vpc", "DescribeVSwitches", Fidelity.Faithful, "RegionId or VpcId is needed; VSwitchName matches a part of the name (assumed).", DescribeVSwitches),
    ];

    private static JsonObject DescribeVpcs(ApiCall call)
    {
        RegionCheck.Check(call);
        IReadOnlyList<string> ids = call.List("VpcId");
        if (ids.Count > MostIds)
        {
            throw new ApiException(400, "InvalidVpcIdNumber.NotSupported", $"At most {MostIds} values of VpcId are supported.");
        }

        IEnumerable<JsonObject> rows = (call.Account.OwnsSeeds ? call.Cloud.Catalog.Vpcs : [])
            .Matching(call, ("IsDefault", "IsDefault"), ("ResourceGroupId", "ResourceGroupId"), ("VpcOwnerId", "OwnerId"), ("EnableIpv6", "EnabledIpv6"))
            .Containing(call, "VpcName", "VpcName")
            .Where(v => ids.Count == 0 || ids.Contains(v["VpcId"]!.GetValue<string>()))
            .Tagged(call, "Tags", "Tag", "Key", "Value");
        return Paged(call, [.. rows], "Vpcs", "Vpc");
    }

    private static JsonObject DescribeVSwitches(ApiCall call)
    {
        RegionCheck.Check(call);
        if (call.Text("RegionId") is null && call.Text("VpcId") is null)
        {
            throw ApiException.Missing("RegionId");
        }

        IEnumerable<JsonObject> rows = (call.Account.OwnsSeeds ? call.Cloud.Catalog.VSwitches : [])
            .Matching(call, ("VpcId", "VpcId"), ("VSwitchId", "VSwitchId"), ("ZoneId", "ZoneId"), ("IsDefault", "IsDefault"),
                ("ResourceGroupId", "ResourceGroupId"), ("VSwitchOwnerId", "OwnerId"), ("EnableIpv6", "EnabledIpv6"))
            .Containing(call, "VSwitchName", "VSwitchName")
            .Where(v => call.Text("RouteTableId") is not string table || v["RouteTable"]?["RouteTableId"]?.ToString() == table)
            .Tagged(call, "Tags", "Tag", "Key", "Value");
        return Paged(call, [.. rows], "VSwitches", "VSwitch");
    }

    private static JsonObject Paged(ApiCall call, JsonObject[] rows, string outer, string inner)
    {
        if (call.Number("PageSize") > MostPerPage)
        {
            throw ApiException.InvalidParameter($"PageSize must be at most {MostPerPage}.");
        }

        return new JsonObject
        {
            [outer] = new JsonObject { [inner] = new JsonArray([.. call.Page(rows).Select(r => r.DeepClone())]) },
            ["PageNumber"] = call.Number("PageNumber"),
            ["PageSize"] = call.Number("PageSize"),
            ["TotalCount"] = rows.Length,
        };
    }
}
