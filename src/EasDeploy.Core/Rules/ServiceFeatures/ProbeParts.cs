using System.Text.Json.Nodes;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>The checks of a document's containers.</summary>
/// <remarks>Source: service-config.md section 4 (Probe).</remarks>
internal static class ProbeParts
{
    private static readonly string[] s_checks = ["startup_check", "liveness_check", "health_check", "readiness_check"];

    public static string[] Ways { get; } = ["http_get", "tcp_socket", "exec"];

    /// <returns>Pointer and body of each check; <paramref name="container"/> is <c>*</c> or a number.</returns>
    public static IEnumerable<(string Pointer, JsonObject Probe)> In(ConfigText text, string container = "*") =>
        from check in s_checks
        from found in ConfigWalk.Find(text, $"/containers/{container}/{check}")
        where found.Node is JsonObject
        select (found.Pointer, (JsonObject)found.Node);
}
