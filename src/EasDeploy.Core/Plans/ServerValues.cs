using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EasDeploy.Plans;

/// <summary>Values the service writes into a live document by itself.</summary>
/// <remarks>Source: service-config.md section 1 (normalised sample seen in test data).</remarks>
internal static class ServerValues
{
    private static readonly string[] s_any =
    [
        "/generate_token", "/metadata/workspace_id", "/metadata/region", "/metadata/uid", "/metadata/caller_uid",
    ];

    private static readonly string[] s_sizes = ["/metadata/cpu", "/metadata/memory", "/metadata/gpu"];

    private static readonly Dictionary<string, string> s_defaults = new(StringComparer.Ordinal)
    {
        ["/metadata/rpc/io_threads"] = "4",
        ["/metadata/rpc/keepalive"] = "5000",
        ["/metadata/rpc/max_queue_size"] = "64",
        ["/metadata/rpc/worker_threads"] = "5",
        ["/metadata/rpc/enable_service_hang_detect"] = "true",
    };

    /// <summary>True for a live value that nobody asked for and that means nothing.</summary>
    public static bool IsOwn(string pointer, JsonNode live, JsonObject wanted) =>
        s_any.Contains(pointer, StringComparer.Ordinal)
        || (s_sizes.Contains(pointer, StringComparer.Ordinal) && wanted["metadata"]?["resource"] is null)
        || (s_defaults.TryGetValue(pointer, out string? standard) && live.ToJsonString() == standard)
        || (pointer.StartsWith("/containers/", StringComparison.Ordinal) && pointer.EndsWith("/resources", StringComparison.Ordinal))
        || IsScaled(pointer, live, wanted);

    /// <summary>True for the number of replicas of a service that scales by itself, within its bounds.</summary>
    /// <param name="live">Null = 1. Source: service-config.md section 3.</param>
    public static bool IsScaled(string pointer, JsonNode? live, JsonObject wanted) =>
        pointer == "/metadata/instance" && wanted["autoscaler"] is JsonObject bounds
        && Number(bounds["min"]) is { } min && Number(bounds["max"]) is { } max && (live is null ? 1 : Number(live)) is { } now && now >= min && now <= max;

    public static double? Number(JsonNode? node) => node is JsonValue && node.GetValueKind() == JsonValueKind.Number
        ? double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture)
        : null;
}
