using System.Text.Json.Nodes;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>What is kept at <c>…/cronscaler</c>. No job runs here.</summary>
/// <remarks>Source: openapi.md §5.1 (cron with seconds: six fields).</remarks>
internal static class CronScaler
{
    public static ScalerOperations Operations { get; } =
        new("CronScaler", "cron scaler", service => service.CronScaler, (service, body) => service.CronScaler = body, Check, Shown);

    /// <exception cref="ApiException">400 when a job lacks a schedule of six fields or a target size.</exception>
    public static void Check(JsonObject body)
    {
        if (body["ScaleJobs"] is not JsonArray { Count: > 0 } jobs)
        {
            throw ApiException.Missing("ScaleJobs");
        }

        foreach (JsonNode? job in jobs)
        {
            string schedule = ServiceConfig.TextOf(job?["Schedule"]) ?? throw ApiException.Missing("ScaleJobs.Schedule");
            if (schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length != 6 || ServiceConfig.NumberOf(job!["TargetSize"]) is not >= 0)
            {
                throw ApiException.InvalidParameter($"ScaleJobs needs a Schedule of six fields and a TargetSize of at least 0: '{schedule}'.");
            }
        }
    }

    private static JsonObject Shown(EasService service, JsonObject body) => new()
    {
        ["ServiceName"] = service.Name,
        ["ExcludeDates"] = body["ExcludeDates"]?.DeepClone() ?? new JsonArray(),
        ["ScaleJobs"] = new JsonArray([.. body["ScaleJobs"]!.AsArray().Select((job, index) => new JsonObject
        {
            ["Name"] = ServiceConfig.TextOf(job!["Name"]) ?? $"job{index}",
            ["Schedule"] = job["Schedule"]!.DeepClone(),
            ["TargetSize"] = job["TargetSize"]!.DeepClone(),
            ["State"] = "Submitted",
            ["Message"] = "",
            ["CreateTime"] = ServiceView.Rfc3339(service.UpdateTime),
            ["LastProbeTime"] = "",
        })]),
    };
}
