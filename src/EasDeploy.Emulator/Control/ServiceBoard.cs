using System.Globalization;
using System.Text.Json.Nodes;
using EasDeploy.Emulator.Eas;
using EasDeploy.Emulator.State;

namespace EasDeploy.Emulator.Control;

/// <summary>All services with their timeline, events and addresses: what the console page shows.</summary>
internal static class ServiceBoard
{
    public static JsonObject Of(CloudState cloud) => new()
    {
        ["region"] = cloud.Region,
        ["pace"] = cloud.Options.Pace.ToString(),
        ["now"] = Iso(cloud.Now),
        ["services"] = new JsonArray([.. cloud.Services.Reverse().Select(s => One(s, cloud))]),
    };

    private static JsonObject One(EasService service, CloudState cloud)
    {
        (string? internet, string? intranet) = ServiceEndpoints.Primary(service, cloud);
        return new JsonObject
        {
            ["name"] = service.Name,
            ["id"] = service.Id,
            ["owner"] = service.OwnerUid,
            ["status"] = service.Status.ToString(),
            ["message"] = service.Current.Message,
            ["running"] = service.RunningInstances,
            ["instances"] = service.Config.Instances,
            ["version"] = service.CurrentVersion,
            ["image"] = service.Config.Image,
            ["internetEndpoint"] = internet,
            ["intranetEndpoint"] = intranet,
            ["accessToken"] = service.AccessToken,
            ["config"] = JsonNode.Parse(ServiceView.Exported(service.Config)),
            ["timeline"] = new JsonArray([.. service.Timeline.Select(t => new JsonObject { ["status"] = t.Status.ToString(), ["at"] = Iso(t.At) })]),
            ["events"] = new JsonArray([.. service.Events.Select(e => new JsonObject
            {
                ["type"] = e.Type,
                ["reason"] = e.Reason,
                ["message"] = e.Message,
                ["at"] = Iso(e.Time),
            })]),
        };
    }

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
