using System.Globalization;
using System.Text.Json.Nodes;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>The instances of a service. They are not kept: they follow from its status and replica count.</summary>
/// <remarks>Source: openapi.md §5.2 "Instance", "ContainerInfo" (sic: CurrentReaon). Names and addresses are invented.</remarks>
internal static class InstanceView
{
    public static IReadOnlyList<JsonObject> All(EasService service, CloudState cloud) =>
        service.Status is ServiceStatus.Creating or ServiceStatus.Stopped
            ? []
            : [.. Enumerable.Range(0, service.Config.Instances).Select(i => One(service, cloud, i))];

    /// <exception cref="ApiException">404 InvalidInstance.NotFound (code assumed).</exception>
    public static JsonObject Find(EasService service, CloudState cloud, string name) =>
        All(service, cloud).FirstOrDefault(i => i["InstanceName"]!.GetValue<string>() == name)
        ?? throw new ApiException(404, "InvalidInstance.NotFound", $"Instance {name} of service {service.Name} is not found.");

    /// <summary>The containers of any instance of the service.</summary>
    public static IReadOnlyList<JsonObject> Containers(EasService service)
    {
        (string status, string reason) = service.Status switch
        {
            _ when service.Current.Serves => ("Running", ""),
            ServiceStatus.Failed => ("Terminated", service.Current.Reason ?? "Error"),
            _ => ("Waiting", "ContainerCreating"),
        };
        return [.. service.Config.Containers.Select((container, index) => new JsonObject
        {
            ["Name"] = ServiceConfig.TextOf(container["name"]) ?? $"worker{index}",
            ["Image"] = ServiceConfig.TextOf(container["image"]),
            ["Port"] = ServiceConfig.NumberOf(container["port"]) ?? 8000,
            ["CurrentStatus"] = status,
            ["CurrentReaon"] = reason,
            ["CurrentTimestamp"] = ServiceView.Rfc3339(service.EnteredAt),
            ["LastStatus"] = "",
            ["LastReason"] = "",
            ["LastTimestamp"] = "",
            ["RestartCount"] = service.Restarts,
            ["Ready"] = service.Current.Serves,
        })];
    }

    private static JsonObject One(EasService service, CloudState cloud, int index)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{service.Name.Replace('_', '-')}-{service.Id[^6..]}-{index}");
        JsonObject? flags = service.InstanceFlags.GetValueOrDefault(name);
        return new JsonObject
        {
            ["InstanceName"] = name,
            ["Namespace"] = service.Name,
            ["Status"] = service.Current.Serves ? "Running" : service.Status switch
            {
                ServiceStatus.Failed => "Failed",
                ServiceStatus.Deleting or ServiceStatus.Stopping => "Terminating",
                _ => "Pending",
            },
            ["Reason"] = service.Current.Reason ?? "",
            ["Role"] = "Standard",
            ["InstanceType"] = service.Config.InstanceTypes is [string type, ..] ? type : "",
            ["ResourceType"] = ServiceView.ResourceType(service),
            ["Zone"] = cloud.Region + "-h",
            ["HostName"] = $"host-{index}",
            ["HostIP"] = $"10.0.{index / 250}.{(index % 250) + 2}",
            ["InnerIP"] = $"10.1.{index / 250}.{(index % 250) + 2}",
            ["InstancePort"] = service.Config.Containers is [JsonObject first, ..] ? ServiceConfig.NumberOf(first["port"]) ?? 8000 : 8000,
            ["ReadyProcesses"] = service.Current.Serves ? 1 : 0,
            ["TotalProcesses"] = 1,
            ["RestartCount"] = service.Restarts,
            ["CreateTime"] = ServiceView.Rfc3339(service.CreateTime),
            ["StartTime"] = ServiceView.Rfc3339(service.EnteredAt),
            ["IsLatest"] = true,
            ["IsSpot"] = service.Config.Objects("cloud", "computing", "instances").Any(i => i["spot_price_limit"] is not null),
            ["Isolated"] = flags?["Isolate"]?.GetValue<bool>() ?? false,
            ["Detached"] = flags?["Detach"]?.GetValue<bool>() ?? false,
        };
    }
}
