using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>The operations on <c>…/instances</c>.</summary>
internal static class ServiceInstances
{
    private static readonly (string Parameter, string Field)[] Equal =
    [
        ("InstanceName", "InstanceName"), ("InstanceStatus", "Status"), ("InstanceIP", "InnerIP"), ("HostIP", "HostIP"),
        ("InstanceType", "InstanceType"), ("ResourceType", "ResourceType"), ("Role", "Role"), ("IsSpot", "IsSpot"),
    ];

    public static JsonObject List(ApiCall call)
    {
        IEnumerable<JsonObject> rows = InstanceView.All(call.Service(), call.Cloud).Matching(call, Equal).Containing(call, "Filter", "InstanceName");
        if (call.Text("Sort") is string sort)
        {
            rows = rows.SortedBy(sort, !string.Equals(call.Text("Order"), "asc", StringComparison.OrdinalIgnoreCase));
        }

        JsonObject[] all = [.. rows];
        return new JsonObject
        {
            ["Instances"] = new JsonArray([.. call.Page(all)]),
            ["PageNumber"] = call.Number("PageNumber"),
            ["PageSize"] = call.Number("PageSize"),
            ["TotalCount"] = all.Length,
        };
    }

    public static JsonObject Containers(ApiCall call)
    {
        EasService service = call.Service();
        InstanceView.Find(service, call.Cloud, call.Required("InstanceName"));
        return new JsonObject
        {
            ["ServiceName"] = service.Name,
            ["Containers"] = new JsonArray([.. InstanceView.Containers(service)]),
        };
    }

    /// <summary>Restarts the named instances.</summary>
    public static JsonObject Delete(ApiCall call)
    {
        EasService service = call.Writable();
        IReadOnlyList<string> names = call.List("InstanceList");
        if (names.Count == 0)
        {
            throw ApiException.Missing("InstanceList");
        }

        foreach (string name in names)
        {
            InstanceView.Find(service, call.Cloud, name);
        }

        return ServiceSwitches.Restart(call);
    }

    public static JsonObject Update(ApiCall call)
    {
        EasService service = call.Writable();
        string name = call.Required("InstanceName");
        InstanceView.Find(service, call.Cloud, name);
        JsonObject flags = service.InstanceFlags.GetValueOrDefault(name) ?? [];
        foreach ((string key, JsonNode? value) in call.Body as JsonObject ?? [])
        {
            flags[key] = value?.DeepClone();
        }

        service.InstanceFlags[name] = flags;
        return call.Done(service, "updated");
    }
}
