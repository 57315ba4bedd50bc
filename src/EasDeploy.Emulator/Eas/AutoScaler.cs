using System.Text.Json.Nodes;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>What is kept at <c>…/autoscaler</c>.</summary>
/// <remarks>Source: openapi.md §5.1 (lower-case body, other names in the answer).</remarks>
internal static class AutoScaler
{
    public static ScalerOperations Operations { get; } =
        new("AutoScaler", "autoscaler", service => service.AutoScaler, (service, body) => service.AutoScaler = body, Check, Shown);

    private static JsonObject Shown(EasService service, JsonObject body) => new()
    {
        ["ServiceName"] = service.Name,
        ["MinReplica"] = body["min"]?.DeepClone(),
        ["MaxReplica"] = body["max"]?.DeepClone(),
        ["Behavior"] = body["behavior"]?.DeepClone() ?? new JsonObject(),
        ["ScaleStrategies"] = body["scaleStrategies"]?.DeepClone() ?? new JsonArray(),
        ["CurrentMetrics"] = new JsonArray([.. (body["scaleStrategies"] as JsonArray ?? []).Select(s =>
            new JsonObject { ["metricName"] = s!["metricName"]?.DeepClone(), ["service"] = service.Name, ["value"] = 0.0 })]),
    };

    /// <exception cref="ApiException">400 when max is not above min or a strategy lacks its metric or threshold.</exception>
    private static void Check(JsonObject body)
    {
        if (body["min"]!.GetValue<int>() < 0 || body["max"]!.GetValue<int>() <= body["min"]!.GetValue<int>())
        {
            throw ApiException.InvalidParameter("max must be greater than min, and min at least 0.");
        }

        JsonArray strategies = body["scaleStrategies"]!.AsArray();
        if (strategies.Count == 0 || strategies.Any(s => s?["metricName"] is null || s["threshold"] is null))
        {
            throw ApiException.InvalidParameter("scaleStrategies needs items with metricName and threshold.");
        }
    }
}
