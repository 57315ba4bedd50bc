using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>The four operations on <c>…/autoscaler</c>. It is kept and shown; nothing scales by itself here.</summary>
/// <remarks>Source: openapi.md §5.1 (lower-case body, other names in the answer). Codes for present and absent are assumed.</remarks>
internal static class AutoScaler
{
    public static JsonObject Create(ApiCall call)
    {
        EasService service = call.Writable();
        return service.AutoScaler is null
            ? Set(call, service)
            : throw new ApiException(409, "InvalidAutoScaler.AlreadyExists", $"Service {service.Name} has an autoscaler.");
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
        service.AutoScaler = null;
        return call.Done(service, "without autoscaler");
    }

    public static JsonObject Describe(ApiCall call)
    {
        EasService service = call.Service();
        JsonObject body = Existing(service);
        return new JsonObject
        {
            ["ServiceName"] = service.Name,
            ["MinReplica"] = body["min"]?.DeepClone(),
            ["MaxReplica"] = body["max"]?.DeepClone(),
            ["Behavior"] = body["behavior"]?.DeepClone() ?? new JsonObject(),
            ["ScaleStrategies"] = body["scaleStrategies"]?.DeepClone() ?? new JsonArray(),
            ["CurrentMetrics"] = new JsonArray([.. (body["scaleStrategies"] as JsonArray ?? []).Select(s =>
                new JsonObject { ["metricName"] = s!["metricName"]?.DeepClone(), ["service"] = service.Name, ["value"] = 0.0 })]),
        };
    }

    private static JsonObject Existing(EasService service) => service.AutoScaler
        ?? throw new ApiException(404, "InvalidAutoScaler.NotFound", $"Service {service.Name} has no autoscaler.");

    private static JsonObject Set(ApiCall call, EasService service)
    {
        JsonObject body = call.Body!.AsObject();
        if (body["min"]!.GetValue<int>() < 0 || body["max"]!.GetValue<int>() <= body["min"]!.GetValue<int>())
        {
            throw ApiException.InvalidParameter("max must be greater than min, and min at least 0.");
        }

        JsonArray strategies = body["scaleStrategies"]!.AsArray();
        if (strategies.Count == 0 || strategies.Any(s => s?["metricName"] is null || s["threshold"] is null))
        {
            throw ApiException.InvalidParameter("scaleStrategies needs items with metricName and threshold.");
        }

        service.AutoScaler = body.DeepClone().AsObject();
        return call.Done(service, "autoscaled");
    }
}
