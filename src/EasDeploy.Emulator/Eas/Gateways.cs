using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>The operations on <c>/gateways</c>.</summary>
/// <remarks>Source: openapi.md §5.1, §10: LoadBalancerList is an extension the workflow reads; the linked VPCs have the same facts.</remarks>
internal static class Gateways
{
    private static readonly (string Parameter, string Field)[] Equal =
        [
        ("GatewayId", "GatewayId"), ("Status", "Status"), ("ChargeType", "ChargeType"), ("InternetEnabled", "InternetEnabled"),
        ("GatewayType", "GatewayType"), ("ResourceName", "ResourceName"),
    ];

    public static JsonObject List(ApiCall call)
    {
        IEnumerable<JsonObject> rows = (call.Account.OwnsSeeds ? call.Cloud.Catalog.Gateways : [])
            .Matching(call, Equal).Containing(call, "GatewayName", "GatewayName").Where(g => Labelled(g, call));
        rows = rows.SortedBy(call.Text("Sort") ?? "CreateTime", !string.Equals(call.Text("Order"), "asc", StringComparison.OrdinalIgnoreCase));
        JsonObject[] all = [.. rows];
        return new JsonObject
        {
            ["Gateways"] = new JsonArray([.. call.Page(all).Select(g => g.DeepClone())]),
            ["PageNumber"] = call.Number("PageNumber"),
            ["PageSize"] = call.Number("PageSize"),
            ["TotalCount"] = all.Length,
        };
    }

    private static bool Labelled(JsonObject gateway, ApiCall call) => call.Map("Label").All(wanted => (gateway["Labels"] as JsonArray ?? [])
        .Any(l => l?["LabelKey"]?.ToString() == wanted.Key && (wanted.Value is null || l["LabelValue"]?.ToString() == wanted.Value)));

    public static JsonObject Describe(ApiCall call) => Details(call)["DescribeGateway"]!.DeepClone().AsObject();

    public static JsonObject LinkedVpcs(ApiCall call) => Details(call)["ListGatewayIntranetLinkedVpc"]!.DeepClone().AsObject();

    public static JsonObject SupportedZones(ApiCall call)
    {
        Details(call);
        return new JsonObject
        {
            ["Zones"] = new JsonArray([.. call.Cloud.Catalog.VSwitches.Select(v => v["ZoneId"]!.GetValue<string>()).Distinct().Order().Select(z => (JsonNode)z)]),
        };
    }

    /// <exception cref="ApiException">404 InvalidGateway.NotFound (code assumed).</exception>
    private static JsonObject Details(ApiCall call)
    {
        string id = call.Required("GatewayId");
        return call.Account.OwnsSeeds && call.Required("ClusterId") == call.Cloud.Region && call.Cloud.Catalog.GatewayDetails[id] is JsonObject found
            ? found
            : throw new ApiException(404, "InvalidGateway.NotFound", $"Gateway {id} is not found in {call.Required("ClusterId")}.");
    }
}
