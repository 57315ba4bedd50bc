using System.Text.Json.Nodes;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Items.Json;

/// <summary>Reads the <c>startup_check</c> of the first container as the health check of an item.</summary>
/// <remarks>Source: service-config.md section 4 (Probe). The numbers an item leaves out have other defaults than the cloud's, so a check is read whole or not at all.</remarks>
internal static class ConfigProbe
{
    private const string Pointer = "/containers/0/startup_check";

    private static readonly (string Field, string Name, int Least)[] s_numbers =
    [
        ("initial_delay_seconds", Metadata.HealthCheckInitialDelay, 0),
        ("period_seconds", Metadata.HealthCheckInterval, 1),
        ("timeout_seconds", Metadata.HealthCheckTimeout, 1),
        ("failure_threshold", Metadata.HealthCheckFailureThreshold, 1),
    ];

    /// <summary>Takes the check out of the document.</summary>
    /// <param name="port">Port of the container: a check of another port is no item's.</param>
    /// <returns>Empty when an item cannot say it, or when it is wrong: then it is kept as it is and judged there.</returns>
    public static IReadOnlyList<(string Name, ItemValue Value)> Take(ConfigCursor cursor, ItemValue? port)
    {
        if (port is null || cursor.Peek(Pointer) is not JsonObject { Count: 6 } probe || probe["success_threshold"]?.ToJsonString() != "1" || Way(probe, port.Text) is not { } way
            || !s_numbers.All(number => Text(probe[number.Field]) is { } text && ServiceSpec.ParseNumber(text) is { } value && value >= number.Least))
        {
            return [];
        }

        List<(string, ItemValue)> values =
        [
            (Metadata.HealthCheck, new ItemValue(way.Kind, cursor.At(Pointer))),
            .. s_numbers.Select(number => (number.Name, new ItemValue(Text(probe[number.Field])!, cursor.At($"{Pointer}/{number.Field}")))),
        ];
        if (way.Path is { } path)
        {
            values.Add((Metadata.HealthCheckPath, new ItemValue(path, cursor.At(Pointer + "/http_get/path"))));
        }

        cursor.Remove(Pointer);
        return values;
    }

    private static (string Kind, string? Path)? Way(JsonObject probe, string port) => probe switch
    {
        _ when probe["http_get"] is JsonObject { Count: 2 } get && get["path"] is JsonValue value && Text(get["port"]) == port
            && ConfigCursor.TextOf(value, JsonTypes.Text) is ['/', ..] path && path == path.Trim() => ("http", path),
        _ when probe["tcp_socket"] is JsonObject { Count: 1 } socket && Text(socket["port"]) == port => ("tcp", null),
        _ => null,
    };

    private static string? Text(JsonNode? node) => node is JsonValue value ? ConfigCursor.TextOf(value, JsonTypes.WholeNumber) : null;
}
