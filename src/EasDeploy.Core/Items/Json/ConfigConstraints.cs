using System.Collections.Frozen;
using System.Collections.Immutable;

namespace EasDeploy.Items.Json;

/// <summary>Ranges, words and forms of the fields of <c>eas_service.json</c>, and where their help text stands.</summary>
/// <remarks>Source: service-config.md sections 3 to 8 and 11; only what is an error there.</remarks>
public static class ConfigConstraints
{
    private const string AtLeastZero = """{ "minimum": 0 }""";
    private const string AtLeastOne = """{ "minimum": 1 }""";
    private const string AboveZero = """{ "exclusiveMinimum": 0 }""";
    private const string Spread = """{ "properties": { "spread": { "type": "object", "properties": { "policy": { "enum": ["host", "zone", "default"] } } } } }""";

    public static ImmutableArray<ConfigConstraint> All { get; } =
    [
        new("metadata.name", """{ "pattern": "^[a-z0-9_]{3,63}$" }"""),
        new("metadata.workspace_id", """{ "pattern": "^[0-9]+$" }"""),
        new("metadata.instance", AtLeastOne),
        new("metadata.qos", """{ "enum": ["", "BestEffort", "Guaranteed"] }"""),
        new("metadata.cuda", """{ "enum": ["8.0", "9.0", "10.0", "10.1", "10.2", "11.0", "11.1", "11.2"] }"""),
        new("metadata.scheduling", Spread),
        new("scheduling", Spread),
        new("metadata.resource", """{ "pattern": "^eas-r-" }"""),
        new("metadata.rolling_strategy.max_surge", """{ "minimum": 1, "pattern": "^[0-9]+%$" }"""),
        new("metadata.rolling_strategy.max_unavailable", AtLeastZero),
        new("containers", """{ "minItems": 1 }"""),
        new("containers[]", """{ "required": ["image"] }"""),
        new("containers[].port", """{ "minimum": 1, "maximum": 65535, "not": { "enum": [8080, 9090] } }"""),
        new("containers[].env[]", """{ "required": ["name"] }"""),
        .. Checks("startup_check"), .. Checks("liveness_check"), .. Checks("health_check"), .. Checks("readiness_check"),
        new("cloud.computing.instances[].spot_price_limit", AboveZero),
        new("storage[]", """{ "required": ["mount_path"] }"""),
        new("storage[].mount_path", """{ "pattern": "^/" }"""),
        new("storage[].oss.path", """{ "pattern": "^oss://.+/$" }"""),
        new("networking.gateway", """{ "pattern": "^gw-" }"""),
        new("networking.nlb[]", """{ "required": ["id"] }"""),
        new("networking.nlb[].id", """{ "pattern": "^(default|nlb-.+)$" }"""),
        new("networking.nlb[].listener_port", """{ "minimum": 1, "maximum": 65535, "not": { "const": 8080 } }"""),
        new("networking.nlb[].net_type", """{ "enum": ["intranet", "internet"] }"""),
        new("autoscaler.scaleStrategies[]", """{ "required": ["threshold"] }"""),
        new("autoscaler.scaleStrategies[].threshold", AboveZero),
    ];

    public static ImmutableArray<ConfigMetadata> Metadata { get; } =
    [
        Of("metadata.workspace_id", PropertyCatalog.Metadata.Workspace),
        Of("metadata.instance", PropertyCatalog.Metadata.Replicas),
        Of("metadata.resource", PropertyCatalog.Metadata.ResourceGroup),
        Of("metadata.cpu", PropertyCatalog.Metadata.Cpu),
        Of("metadata.memory", PropertyCatalog.Metadata.Memory),
        Of("metadata.gpu", PropertyCatalog.Metadata.Gpu),
        Of("metadata.enable_grpc", PropertyCatalog.Metadata.Grpc),
        Of("metadata.rolling_strategy.max_surge", PropertyCatalog.Metadata.MaxSurge),
        Of("metadata.rolling_strategy.max_unavailable", PropertyCatalog.Metadata.MaxUnavailable),
        Of("runtime.termination_grace_period", PropertyCatalog.Metadata.TerminationGracePeriod),
        Of("containers[].image", PropertyCatalog.Metadata.Image),
        Of("containers[].script", PropertyCatalog.Metadata.Script),
        Of("containers[].command", PropertyCatalog.Metadata.Command),
        Of("containers[].port", PropertyCatalog.Metadata.Port),
        Of("containers[].startup_check.http_get.path", PropertyCatalog.Metadata.HealthCheckPath),
        Of("containers[].startup_check.initial_delay_seconds", PropertyCatalog.Metadata.HealthCheckInitialDelay),
        Of("containers[].startup_check.period_seconds", PropertyCatalog.Metadata.HealthCheckInterval),
        Of("containers[].startup_check.timeout_seconds", PropertyCatalog.Metadata.HealthCheckTimeout),
        Of("containers[].startup_check.failure_threshold", PropertyCatalog.Metadata.HealthCheckFailureThreshold),
        Of("cloud.computing.instance_type", PropertyCatalog.Metadata.InstanceType),
        Of("cloud.computing.instances[].spot_price_limit", PropertyCatalog.Metadata.SpotPriceLimit),
        Of("cloud.networking.vpc_id", PropertyCatalog.Metadata.VpcId),
        Of("cloud.networking.vswitch_id", PropertyCatalog.Metadata.VSwitchIds),
        Of("cloud.networking.security_group_id", PropertyCatalog.Metadata.SecurityGroupId),
        Of("networking.gateway", PropertyCatalog.Metadata.Gateway),
        Of("autoscaler.min", PropertyCatalog.Metadata.AutoscaleMin),
        Of("autoscaler.max", PropertyCatalog.Metadata.AutoscaleMax),
        new("storage[].mount_path", PropertyCatalog.Storage, PropertyCatalog.Metadata.MountPath),
        new("storage[].oss.readOnly", PropertyCatalog.Storage, PropertyCatalog.Metadata.ReadOnly),
        new("containers[].env[].value", PropertyCatalog.EnvironmentVariable, PropertyCatalog.Metadata.Value),
        new("networking.nlb[].listener_port", PropertyCatalog.NlbListener, PropertyCatalog.Metadata.Port),
        new("networking.nlb[].net_type", PropertyCatalog.NlbListener, PropertyCatalog.Metadata.NetType),
        new("autoscaler.scaleStrategies[].threshold", PropertyCatalog.ScaleRule, PropertyCatalog.Metadata.Threshold),
    ];

    private static readonly FrozenDictionary<string, string> s_keywords = All.ToFrozenDictionary(one => one.Path, one => one.Keywords, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> s_help = Metadata.ToFrozenDictionary(
        one => one.Path,
        one => PropertyCatalog.MetadataOf(one.ItemType).First(declared => declared.Name == one.Metadata).Help,
        StringComparer.Ordinal);

    /// <returns>Members of a JSON schema as one JSON object; null = the type says it all.</returns>
    internal static string? KeywordsOf(string path) => s_keywords.GetValueOrDefault(path);

    /// <returns>The help text of the metadata that writes the field; null = no metadata does.</returns>
    internal static string? HelpOf(string path) => s_help.GetValueOrDefault(path);

    private static ConfigMetadata Of(string path, string metadata) => new(path, PropertyCatalog.Service, metadata);

    private static IEnumerable<ConfigConstraint> Checks(string name)
    {
        string path = $"containers[].{name}";
        return
        [
            new(path + ".initial_delay_seconds", AtLeastZero),
            new(path + ".period_seconds", AtLeastOne),
            new(path + ".timeout_seconds", AtLeastOne),
            new(path + ".success_threshold", AtLeastOne),
            new(path + ".failure_threshold", AtLeastOne),
            new(path + ".http_get.path", """{ "pattern": "^/" }"""),
        ];
    }
}
