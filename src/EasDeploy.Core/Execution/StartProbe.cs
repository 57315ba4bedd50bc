using System.Text.Json.Nodes;
using EasDeploy.Items.Json;

namespace EasDeploy.Execution;

/// <summary>What the probes of a config say about its start, wherever they come from: metadata, a document or a patch.</summary>
/// <param name="Budget">Longest time the start may take, in seconds; 0 = no start-up probe.</param>
/// <param name="Path">Path a probe asks with HTTP GET; null = none does.</param>
/// <remarks>Source: service-config.md section 4 "Probe": defaults of Kubernetes where a number is missing.</remarks>
internal sealed record StartProbe(double Budget, string? Path)
{
    private const double DefaultPeriod = 10;
    private const double DefaultThreshold = 3;

    // The start-up probe first: it is the one made for a service that is just up.
    private static readonly string[] s_checks = ["startup_check", "health_check", "readiness_check", "liveness_check"];

    /// <param name="config">UTF-8 JSON of a service.</param>
    public static StartProbe Of(ReadOnlySpan<byte> config)
    {
        (ConfigText? text, _) = ConfigText.Parse(config, null);
        if (text is null)
        {
            return new StartProbe(0, null);
        }

        double budget = ConfigWalk.Find(text, "/containers/*/startup_check").Select(found => BudgetOf(found.Node)).DefaultIfEmpty(0).Max();
        string? path = s_checks
            .SelectMany(check => ConfigWalk.Find(text, $"/containers/0/{check}/http_get/path"))
            .Select(found => ConfigWalk.Text(found.Node))
            .FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
        return new StartProbe(budget, path);
    }

    private static double BudgetOf(JsonNode probe) => probe is JsonObject members
        ? (ConfigWalk.Number(members["initial_delay_seconds"]) ?? 0)
            + ((ConfigWalk.Number(members["period_seconds"]) ?? DefaultPeriod) * (ConfigWalk.Number(members["failure_threshold"]) ?? DefaultThreshold))
        : 0;
}
