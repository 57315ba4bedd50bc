using System.Globalization;
using System.Text.Json.Nodes;
using EasDeploy.Emulator.State;

namespace EasDeploy.Emulator.Eas;

/// <summary>A service as DescribeService and ListServices show it.</summary>
/// <remarks>Source: openapi.md §5.2 "Service" (units, JSON inside strings, Labels read as a list).</remarks>
internal static class ServiceView
{
    private const long MegabytesPerGigabyte = 1024;

    public static JsonObject Of(EasService service, CloudState cloud)
    {
        ServiceConfig config = service.Config;
        JsonObject? type = config.InstanceTypes.Select(t => cloud.Catalog.InstanceTypesByName.GetValueOrDefault(t)).FirstOrDefault(t => t is not null);
        var view = new JsonObject
        {
            ["ServiceName"] = service.Name,
            ["ServiceId"] = service.Id,
            ["ServiceUid"] = service.Id,
            ["Namespace"] = service.Name,
            ["Region"] = cloud.Region,
            ["CallerUid"] = service.OwnerUid,
            ["ParentUid"] = service.OwnerUid,
            ["Source"] = "API",
            ["Status"] = service.Status.ToString(),
            ["Reason"] = service.Current.Reason ?? service.Status.ToString().ToUpperInvariant(),
            ["Message"] = service.Current.Message,
            ["TotalInstance"] = config.Instances,
            ["RunningInstance"] = service.RunningInstances,
            ["PendingInstance"] = config.Instances - service.RunningInstances,
            ["CurrentVersion"] = service.CurrentVersion,
            ["LatestVersion"] = service.Versions.Count,
            ["Weight"] = service.Weight,
            ["TrafficState"] = TrafficState(service),
            ["SafetyLock"] = service.SafetyLock,
            ["AutoscalerEnabled"] = service.AutoScaler is not null,
            ["CronscalerEnabled"] = service.CronScaler is not null,
            ["Cpu"] = config.Number("metadata", "cpu") ?? ServiceConfig.NumberOf(type?["CPU"]) ?? 0,
            ["Memory"] = config.Number("metadata", "memory") ?? (ServiceConfig.NumberOf(type?["Memory"]) ?? 0) * MegabytesPerGigabyte,
            ["Gpu"] = config.Number("metadata", "gpu") ?? ServiceConfig.NumberOf(type?["GPUAmount"]) ?? 0,
            ["Resource"] = config.ResourceId ?? "",
            ["Gateway"] = config.Gateway ?? "",
            ["Image"] = config.Image,
            ["ServiceConfig"] = Exported(config),
            ["ExtraData"] = "{}",
            ["Role"] = "",
            ["Labels"] = new JsonArray([.. service.Labels.Select(l => new JsonObject { ["LabelKey"] = l.Key, ["LabelValue"] = l.Value })]),
            ["CreateTime"] = Rfc3339(service.CreateTime),
            ["UpdateTime"] = Rfc3339(service.UpdateTime),
        };
        if (config.QuotaId is not null)
        {
            view["QuotaId"] = config.QuotaId;
        }

        if (service.WorkspaceId is not null)
        {
            view["WorkspaceId"] = service.WorkspaceId;
        }

        return view;
    }

    /// <summary>Where the instances run, in the words of ListServices and ListServiceInstances.</summary>
    public static string ResourceType(EasService service) => service.Config.ResourceId is null ? "PublicResource" : "DedicatedResource";

    public static string TrafficState(EasService service) => service.TrafficState ?? service.Config.Text("networking", "traffic_state") ?? "standalone";

    /// <summary>Address of the data plane for a service, without a slash at the end.</summary>
    public static string Endpoint(EasService service, CloudState cloud) => new Uri(cloud.Address, $"api/predict/{service.Name}").AbsoluteUri;

    public static string Rfc3339(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Secrets are hidden on export. Source: service-config.md §1.</summary>
    public static string Exported(ServiceConfig config)
    {
        if (config.Token is null)
        {
            return config.Document.ToJsonString(Wire.JsonBody.Readable);
        }

        JsonObject copy = config.Document.DeepClone().AsObject();
        copy.Remove("token");
        (copy["credential"] as JsonObject)?.Remove("token");
        return copy.ToJsonString(Wire.JsonBody.Readable);
    }
}
