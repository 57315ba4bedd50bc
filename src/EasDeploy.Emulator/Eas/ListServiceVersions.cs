using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;

namespace EasDeploy.Emulator.Eas;

/// <summary>GET …/versions, newest first (order assumed). ImageId is the number of the version.</summary>
internal static class ListServiceVersions
{
    public static JsonObject Answer(ApiCall call)
    {
        EasService service = call.Service();
        JsonObject[] rows = [.. service.Versions.Select((version, index) => new JsonObject
        {
            ["ImageId"] = index + 1,
            ["BuildTime"] = ServiceView.Rfc3339(version.BuildTime),
            ["ImageAvailable"] = "true",
            ["ServiceRunnable"] = NaturalOutcome.Failure(version.Config, call.Cloud.Catalog, call.Cloud.Region) is null ? "true" : "false",
            ["Message"] = "",
            ["ServiceConfig"] = ServiceView.Exported(version.Config),
        }).Reverse()];
        return new JsonObject
        {
            ["Versions"] = new JsonArray([.. call.Page(rows)]),
            ["PageNumber"] = call.Number("PageNumber"),
            ["PageSize"] = call.Number("PageSize"),
            ["TotalCount"] = rows.Length,
        };
    }
}
