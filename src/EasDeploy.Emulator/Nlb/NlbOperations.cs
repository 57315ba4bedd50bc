using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Nlb;

/// <summary>NLB: ListLoadBalancers and GetLoadBalancerAttribute. Lists are not wrapped in this product.</summary>
/// <remarks>Source: openapi.md §7, §4.3 (tags are Key/Value in the list, TagKey/TagValue in the attribute).</remarks>
internal static class NlbOperations
{
    private const int MostPerPage = 100;
    private const int MostIds = 20;

    public static IReadOnlyList<OperationBinding> All { get; } =
    [
        new("nlb", "ListLoadBalancers", Fidelity.Faithful, "", ListLoadBalancers),
        new("nlb", "GetLoadBalancerAttribute", Fidelity.Faithful, "404 ResourceNotFound.loadBalancer for an unknown id.", GetLoadBalancerAttribute),
    ];

    private static JsonObject ListLoadBalancers(ApiCall call)
    {
        RegionCheck.Check(call);
        IReadOnlyList<string> ids = call.Items("LoadBalancerIds");
        IReadOnlyList<string> names = call.Items("LoadBalancerNames");
        IReadOnlyList<string> vpcs = call.Items("VpcIds");
        if (ids.Count > MostIds || names.Count > MostIds || vpcs.Count > MostIds / 2)
        {
            throw new ApiException(400, "IllegalParam.LoadBalancerIds", "Too many values.");
        }

        JsonObject[] rows =
        [
            .. (call.Account.OwnsSeeds ? call.Cloud.Catalog.LoadBalancers : [])
                .Matching(call, ("LoadBalancerStatus", "LoadBalancerStatus"), ("LoadBalancerBusinessStatus", "LoadBalancerBusinessStatus"),
                    ("AddressType", "AddressType"), ("AddressIpVersion", "AddressIpVersion"), ("DNSName", "DNSName"),
                    ("LoadBalancerType", "LoadBalancerType"), ("ResourceGroupId", "ResourceGroupId"))
                .Where(b => In(ids, b["LoadBalancerId"]) && In(names, b["LoadBalancerName"]) && In(vpcs, b["VpcId"]))
                .Where(b => call.Text("ZoneId") is not string zone || b["ZoneMappings"]!.AsArray().Any(z => z!["ZoneId"]!.GetValue<string>() == zone))
                .Tagged(call, "Tags", "", "Key", "Value"),
        ];
        (IReadOnlyList<JsonObject> page, string token) = TokenPage.Of(call, rows, MostPerPage, "IllegalParam.NextToken");
        return new JsonObject
        {
            ["LoadBalancers"] = new JsonArray([.. page.Select(r => r.DeepClone())]),
            ["MaxResults"] = call.Number("MaxResults"),
            ["NextToken"] = token,
            ["TotalCount"] = rows.Length,
        };
    }

    private static JsonObject GetLoadBalancerAttribute(ApiCall call)
    {
        RegionCheck.Check(call);
        string id = call.Required("LoadBalancerId");
        JsonObject found = (call.Account.OwnsSeeds ? call.Cloud.Catalog.LoadBalancers : [])
            .FirstOrDefault(b => b["LoadBalancerId"]!.GetValue<string>() == id)?.DeepClone().AsObject()
            ?? throw new ApiException(404, "ResourceNotFound.loadBalancer", $"The specified resource of loadBalancer {id} is not found.");
        found["Tags"] = new JsonArray([.. (found["Tags"] as JsonArray ?? []).Select(t =>
            new JsonObject { ["TagKey"] = t!["Key"]?.DeepClone(), ["TagValue"] = t["Value"]?.DeepClone() })]);
        found["Cps"] = 0;
        return found;
    }

    private static bool In(IReadOnlyList<string> wanted, JsonNode? value) => wanted.Count == 0 || wanted.Contains(value?.ToString() ?? "");
}
