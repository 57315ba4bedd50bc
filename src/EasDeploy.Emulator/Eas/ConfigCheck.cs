using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using static EasDeploy.Emulator.Wire.ApiException;

namespace EasDeploy.Emulator.Eas;

/// <summary>What CreateService and UpdateService refuse in a service document.</summary>
/// <remarks>Source: service-config.md §2-§8 where a rule cites D, openapi.md §4.3 and §5; the rest is our reading (assumed).</remarks>
internal static partial class ConfigCheck
{
    private static readonly int[] ReservedPorts = [8080, 9090];
    private static readonly string[] Probes = ["startup_check", "liveness_check", "health_check", "readiness_check"];
    private static readonly string[] ProbeKinds = ["http_get", "tcp_socket", "exec"];

    /// <exception cref="Wire.ApiException">400 InvalidParameter, the first thing found.</exception>
    public static void Check(ServiceConfig config, ApiCall call)
    {
        ConfigKeys.Check(config.Document, strict: !call.Cloud.Options.Loose);
        Require(config.At("metadata") is null or JsonObject, "metadata must be an object");
        Name(config);
        Require(config.At("metadata", "instance") is null || config.Number("metadata", "instance") is >= 0,
            "metadata.instance must be a whole number of at least 0");
        Containers(config);
        Placement(config, call);
        StorageCheck.Check(config);
        NetworkCheck.Check(config, call);
        Scaling(config);
        string? workspace = call.Text("WorkspaceId") ?? config.Text("metadata", "workspace_id");
        Require(workspace is null || !call.Account.OwnsSeeds
            || call.Cloud.Catalog.Workspaces.Any(w => w["WorkspaceId"]!.GetValue<string>() == workspace), $"workspace {workspace} does not exist");
    }

    internal static void Require(bool holds, string problem)
    {
        if (!holds)
        {
            throw InvalidParameter($"Invalid service configuration: {problem}.");
        }
    }

    private static void Name(ServiceConfig config)
    {
        string? inner = config.Text("metadata", "name");
        string? outer = config.Text("name");
        Require(inner is not null || outer is not null, "metadata.name is required");
        Require(inner is null || outer is null || inner == outer, $"name '{outer}' and metadata.name '{inner}' differ");
        Require(ServiceName().IsMatch(config.Name!), $"service name '{config.Name}' must be 3-63 characters of a-z, 0-9 and _");
    }

    private static void Containers(ServiceConfig config)
    {
        bool hasProcessor = config.At("processor") is not null || config.At("processor_path") is not null;
        Require(config.Containers.Count > 0 || hasProcessor, "containers needs at least one item");
        foreach (JsonObject container in config.Containers)
        {
            Require(!string.IsNullOrEmpty(ServiceConfig.TextOf(container["image"])), "containers[].image is required");
            Require(container["script"] is null || container["command"] is null, "containers[] has both script and command");
            long? port = ServiceConfig.NumberOf(container["port"]);
            Require(container["port"] is null || port is >= 1 and <= 65535, "containers[].port must be 1-65535");
            Require(port is null || !ReservedPorts.Contains((int)port), $"containers[].port {port} is reserved");
            foreach (JsonNode? variable in container["env"] as JsonArray ?? [])
            {
                Require(ServiceConfig.TextOf(variable?["name"]) is not null && ServiceConfig.TextOf(variable?["value"]) is not null,
                    "containers[].env items need a name and a value, both strings");
            }

            foreach (string probe in Probes)
            {
                Require(container[probe] is not JsonObject check || ProbeKinds.Count(k => check[k] is not null) == 1,
                    $"containers[].{probe} needs exactly one of http_get, tcp_socket, exec");
            }
        }
    }

    private static void Placement(ServiceConfig config, ApiCall call)
    {
        Require(config.ResourceId is not null || config.Text("metadata", "quota_id") is not null || config.InstanceTypes.Count > 0,
            "metadata.resource or cloud.computing is required");
        Require(config.ResourceId is null || config.InstanceTypes.Count == 0 || config.InstanceTypes.Contains("dedicated_resource"),
            "metadata.resource and cloud.computing exclude each other");
        Require(config.ResourceId is null || call.Cloud.Catalog.Resources.Any(r => r["ResourceId"]!.GetValue<string>() == config.ResourceId),
            $"resource group {config.ResourceId} does not exist");
        foreach (string type in config.InstanceTypes.Where(t => t != "dedicated_resource"))
        {
            Require(call.Cloud.Catalog.InstanceTypesByName.ContainsKey(type),
                $"instance type '{type}' is not supported in {call.Cloud.Region}");
        }
    }

    private static void Scaling(ServiceConfig config)
    {
        if (config.At("cronscaler") is JsonObject jobs)
        {
            CronScaler.Check(jobs);
        }

        if (config.At("autoscaler") is not JsonObject scaler)
        {
            return;
        }

        Require(ServiceConfig.NumberOf(scaler["min"]) is >= 0, "autoscaler.min must be a whole number");
        Require(ServiceConfig.NumberOf(scaler["max"]) > ServiceConfig.NumberOf(scaler["min"]), "autoscaler.max must be greater than autoscaler.min");
        Require(scaler["strategies"] is JsonObject { Count: > 0 } || scaler["scaleStrategies"] is JsonArray { Count: > 0 } list
            && list.All(s => ServiceConfig.TextOf(s?["metricName"]) is not null && s!["threshold"]?.GetValueKind() == JsonValueKind.Number),
            "autoscaler.scaleStrategies needs items with metricName and threshold");
    }

    [GeneratedRegex("^[a-z0-9_]{3,63}$")]
    private static partial Regex ServiceName();
}
