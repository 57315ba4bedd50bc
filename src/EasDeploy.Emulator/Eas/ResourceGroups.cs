using System.Globalization;
using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>The operations on <c>/resources/{ClusterId}/{ResourceId}</c>.</summary>
internal static class ResourceGroups
{
    /// <summary>As in the list, with the differences the models have: ServiceCount and ExtraData are strings, OwnerUid is there, Vendor is not.</summary>
    public static JsonObject Describe(ApiCall call)
    {
        JsonObject row = Find(call).DeepClone().AsObject();
        row["ServiceCount"] = row["ServiceCount"]?.ToString() ?? "0";
        row["ExtraData"] = row["ExtraData"]?.ToJsonString() ?? "{}";
        row["OwnerUid"] = call.Account.Uid;
        row.Remove("Vendor");
        return row;
    }

    /// <summary>The nodes of the group; they follow from its totals.</summary>
    public static JsonObject Instances(ApiCall call)
    {
        JsonObject group = Find(call);
        int count = group["InstanceCount"]!.GetValue<int>();
        string id = call.Required("ResourceId");
        JsonObject[] rows = [.. Enumerable.Range(0, count).Select(i => new JsonObject
        {
            ["ResourceId"] = id,
            ["InstanceId"] = string.Create(CultureInfo.InvariantCulture, $"eas-i-{id[6..]}{i}"),
            ["InstanceName"] = string.Create(CultureInfo.InvariantCulture, $"{id}-{i}"),
            ["InstanceIp"] = string.Create(CultureInfo.InvariantCulture, $"10.2.0.{i + 2}"),
            ["InstanceStatus"] = group["Status"]!.GetValue<string>() == "ResourceReady" ? "Ready" : "Attaching",
            ["ChargeType"] = group["PrePaidInstanceCount"]!.GetValue<int>() > i ? "PrePaid" : "PostPaid",
            ["Region"] = call.Cloud.Region,
            ["Zone"] = call.Cloud.Region + "-h",
            ["Arch"] = "amd64",
            ["InstanceCpuCount"] = group["CpuCount"]!.GetValue<int>() / count,
            ["InstanceGpuCount"] = group["GpuCount"]!.GetValue<int>() / count,
            ["InstanceMemory"] = string.Create(CultureInfo.InvariantCulture, $"{group["Memory"]!.GetValue<int>() / count}M"),
            ["InstanceUsedMemory"] = string.Create(CultureInfo.InvariantCulture, $"{group["MemoryUsed"]!.GetValue<int>() / count}M"),
        })];
        JsonObject[] matching = [.. rows.Matching(call, ("InstanceStatus", "InstanceStatus"), ("ChargeType", "ChargeType"), ("InstanceId", "InstanceId"),
            ("InstanceName", "InstanceName"), ("InstanceIP", "InstanceIp"), ("Zone", "Zone")).Containing(call, "Filter", "InstanceName")];
        return Paged(call, "Instances", matching);
    }

    public static JsonObject Services(ApiCall call)
    {
        Find(call);
        string id = call.Required("ResourceId");
        JsonObject[] rows = [.. call.Cloud.Services.Where(s => s.OwnerUid == call.Account.Uid && s.Config.ResourceId == id)
            .Select(s => ServiceView.Of(s, call.Cloud))];
        return Paged(call, "Services", rows);
    }

    private static JsonObject Paged(ApiCall call, string name, JsonObject[] rows) => new()
    {
        [name] = new JsonArray([.. call.Page(rows)]),
        ["PageNumber"] = call.Number("PageNumber"),
        ["PageSize"] = call.Number("PageSize"),
        ["TotalCount"] = rows.Length,
    };

    /// <exception cref="ApiException">404 InvalidResource.NotFound (code assumed).</exception>
    private static JsonObject Find(ApiCall call) =>
        call.Cloud.Catalog.Resources.FirstOrDefault(r => call.Account.OwnsSeeds && call.Required("ClusterId") == call.Cloud.Region
            && r["ResourceId"]!.GetValue<string>() == call.Required("ResourceId"))
        ?? throw new ApiException(404, "InvalidResource.NotFound", $"Resource group {call.Required("ResourceId")} is not found in {call.Required("ClusterId")}.");
}
