using System.Text.Json;
using System.Text.Json.Nodes;

namespace EasDeploy.Plans;

/// <summary>Changes somebody should look at twice: more people can reach the service, or fewer instances serve.</summary>
internal static class Dangers
{
    /// <returns>The reason, in words; null = none.</returns>
    public static string? Of(string pointer, JsonNode? old, JsonNode? wanted) => pointer switch
    {
        "/metadata/disable_internet_endpoint" when IsTrue(old) && !IsTrue(wanted) => "the service can be reached from the internet afterwards",
        "/networking/gateway" when wanted is null => "the service moves from its dedicated gateway to the shared, public one",
        "/metadata/instance" when Count(wanted) < Count(old) => "fewer instances serve afterwards",
        "/autoscaler/min" or "/autoscaler/max" when ServerValues.Number(wanted) < ServerValues.Number(old) => "fewer instances may serve afterwards",
        _ when pointer.StartsWith("/networking", StringComparison.Ordinal) && IsPublic(wanted) && !IsPublic(old) =>
            "a load balancer makes the service reachable from the internet",
        _ => null,
    };

    private static bool IsTrue(JsonNode? node) => node is JsonValue && node.GetValueKind() == JsonValueKind.True;

    // One replica when not given. Source: service-config.md section 3.
    private static double Count(JsonNode? node) => ServerValues.Number(node) ?? 1;

    private static bool IsPublic(JsonNode? node) => node switch
    {
        JsonValue text => text.GetValueKind() == JsonValueKind.String && text.GetValue<string>() == "internet",
        JsonObject section => section.Any(member => member.Key is "net_type" or "nlb" && IsPublic(member.Value)),
        JsonArray list => list.Any(IsPublic),
        _ => false,
    };
}
