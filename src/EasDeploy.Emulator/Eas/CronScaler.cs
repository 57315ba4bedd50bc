using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>The four operations on <c>…/cronscaler</c>. Jobs are kept and shown; none runs here.</summary>
/// <remarks>Source: openapi.md §5.1 (cron with seconds: six fields). Codes for present and absent are assumed.</remarks>
internal static class CronScaler
{
    public static JsonObject Create(ApiCall call)
    {
        EasService service = call.Writable();
        return service.CronScaler is null
            ? Set(call, service)
            : throw new ApiException(409, "InvalidCronScaler.AlreadyExists", $"Service {service.Name} has a cron scaler.");
    }

    public static JsonObject Update(ApiCall call)
    {
        EasService service = call.Writable();
        Existing(service);
        return Set(call, service);
    }

    public static JsonObject Delete(ApiCall call)
    {
        EasService service = call.Writable();
        Existing(service);
        service.CronScaler = null;
        return call.Done(service, "without cron scaler");
    }

    public static JsonObject Describe(ApiCall call)
    {
        EasService service = call.Service();
        JsonObject body = Existing(service);
        return new JsonObject
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

    private static JsonObject Existing(EasService service) => service.CronScaler
        ?? throw new ApiException(404, "InvalidCronScaler.NotFound", $"Service {service.Name} has no cron scaler.");

    private static JsonObject Set(ApiCall call, EasService service)
    {
        Check(call.Body!.AsObject());
        service.CronScaler = call.Body.DeepClone().AsObject();
        return call.Done(service, "cron scaled");
    }

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
}
