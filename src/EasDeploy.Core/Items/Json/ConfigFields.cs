using System.Collections.Frozen;
using System.Collections.Immutable;

namespace EasDeploy.Items.Json;

/// <summary>Every field of <c>eas_service.json</c> that is known, with its type.</summary>
/// <remarks>Source: service-config.md sections 2 to 9. What the sources only name is <see cref="JsonTypes.Open"/>.</remarks>
public static class ConfigFields
{
    private const string Probe = "success_threshold failure_threshold initial_delay_seconds period_seconds timeout_seconds";

    public static ImmutableArray<ConfigField> All { get; } =
    [
        .. Of(JsonTypes.Section, "", "metadata cloud networking runtime rpc unit confidential credential scheduling autoscaler cronscaler eas"),
        .. Of(JsonTypes.List, "", "containers storage"),
        .. Of(JsonTypes.Text, "", "name dockerAuth token role_arn baseimage worker_image"),
        .. Of(JsonTypes.Flag, "", "generate_token"),
        .. Of(JsonTypes.Open, "",
            "labels features options aimaster sinker data_image source uncompress vineyard raycluster exporter data_loader members tasks rai alerts metrics "
            + "metrics_config serverless meta action llm_gateway llm_scheduler"),

        .. Of(JsonTypes.Text, "metadata.",
            "name workspace_id resource quota_id quota_type gpu_model cuda qos type group role schema region uid caller_uid path accessibility workload_type gateway traffic_state"),
        .. Of(JsonTypes.WholeNumber, "metadata.",
            "instance cpu memory gpu gpu_memory gpu_core_percentage shm_size rdma io_threads max_queue_size worker_threads workers"),
        .. Of(JsonTypes.Flag, "metadata.",
            "enable_grpc enable_webservice enable_https enable_http2 disable_internet_endpoint resource_burstable resource_rebalancing disable_sidecar"),
        .. Of(JsonTypes.Open, "metadata.", "npu fpga elastic_job scheduling eas"),
        .. Of(JsonTypes.Text | JsonTypes.WholeNumber, "metadata.", "disk"),
        .. Of(JsonTypes.Section, "metadata.", "rolling_strategy rpc autoscaler cronscaler"),
        .. Of(JsonTypes.WholeNumber | JsonTypes.Text, "metadata.rolling_strategy.", "max_surge"),
        .. Of(JsonTypes.WholeNumber, "metadata.rolling_strategy.", "max_unavailable"),
        .. Rpc("metadata.rpc."),
        .. Rpc("rpc."),
        new("metadata.\"eas.termination_grace_period\"", JsonTypes.WholeNumber),

        new("containers[]", JsonTypes.Section),
        .. Of(JsonTypes.Text, "containers[].", "image name script command"),
        .. Of(JsonTypes.WholeNumber, "containers[].", "port"),
        .. Of(JsonTypes.List, "containers[].", "args env"),
        .. Of(JsonTypes.Open, "containers[].", "prepare resources"),
        new("containers[].args[]", JsonTypes.Text),
        new("containers[].env[]", JsonTypes.Section),
        .. Of(JsonTypes.Text, "containers[].env[].", "name value"),
        .. Probes("startup_check"), .. Probes("liveness_check"), .. Probes("health_check"), .. Probes("readiness_check"),

        .. Of(JsonTypes.Section, "cloud.", "computing networking container_registry"),
        .. Of(JsonTypes.Open, "cloud.", "logging monitoring role_chain"),
        .. Of(JsonTypes.Text, "cloud.container_registry.", "instance_id"),
        .. Of(JsonTypes.Text, "cloud.computing.", "instance_type"),
        .. Of(JsonTypes.List, "cloud.computing.", "instances"),
        .. Of(JsonTypes.Flag, "cloud.computing.", "disable_spot_protection_period"),
        new("cloud.computing.instances[]", JsonTypes.Section),
        .. Of(JsonTypes.Text, "cloud.computing.instances[].", "type"),
        .. Of(JsonTypes.Number, "cloud.computing.instances[].", "spot_price_limit"),
        .. Of(JsonTypes.WholeNumber | JsonTypes.Text, "cloud.computing.instances[].", "capacity"),
        .. Of(JsonTypes.Text, "cloud.networking.", "vpc_id vswitch_id security_group_id destination_cidrs default_route vswitch_owner"),

        new("storage[]", JsonTypes.Section),
        .. Of(JsonTypes.Text, "storage[].", "mount_path"),
        .. Of(JsonTypes.Section, "storage[].", "oss nfs dataset git"),
        .. Of(JsonTypes.Open, "storage[].", "properties image empty_dir cache code model"),
        .. Of(JsonTypes.Text, "storage[].oss.", "path endpoint"),
        .. Of(JsonTypes.Flag, "storage[].oss.", "readOnly read_only"),
        .. Of(JsonTypes.Text, "storage[].nfs.", "server path resourceGroup"),
        .. Of(JsonTypes.Flag, "storage[].nfs.", "readOnly read_only"),
        .. Of(JsonTypes.Text, "storage[].dataset.", "id version"),
        .. Of(JsonTypes.Flag, "storage[].dataset.", "read_only readOnly"),
        .. Of(JsonTypes.Text, "storage[].git.", "repo branch commit username password"),

        .. Of(JsonTypes.Text, "networking.", "gateway path traffic_state"),
        .. Of(JsonTypes.Flag, "networking.", "enable_grpc enable_https enable_http2 disable_internet_endpoint use_host_network"),
        .. Of(JsonTypes.Open, "networking.", "gateway_policy port_exposure dns restriction_model restriction_rules nacos"),
        .. Of(JsonTypes.List, "networking.", "nlb"),
        new("networking.nlb[]", JsonTypes.Section),
        .. Of(JsonTypes.Text, "networking.nlb[].", "id net_type netType"),
        .. Of(JsonTypes.WholeNumber, "networking.nlb[].", "listener_port"),

        .. Autoscaler("autoscaler"),
        .. Autoscaler("metadata.autoscaler"),
        .. Cronscaler("cronscaler"),
        .. Cronscaler("metadata.cronscaler"),

        .. Of(JsonTypes.WholeNumber, "runtime.", "termination_grace_period"),
        .. Of(JsonTypes.Flag, "runtime.", "enable_crash_block disable_image_accelerate disable_image_cache"),
        .. Of(JsonTypes.Text, "runtime.", "core_pattern cuda base_image worker_image"),
        .. Of(JsonTypes.WholeNumber, "unit.", "size"),
        .. Of(JsonTypes.Flag, "unit.", "enable_c4d enable_rebuild"),
        .. Of(JsonTypes.Text, "confidential.", "trustee_endpoint decryption_key"),
        .. Of(JsonTypes.Text, "credential.", "token docker_auth role_arn"),
        .. Of(JsonTypes.Flag, "credential.", "generate_token"),
        .. Of(JsonTypes.Open, "scheduling.", "spread priority pack node_affinity policy topology_key enable_cpuset"),
        .. Of(JsonTypes.Open, "eas.", "handlers enabled_model_verification termination_grace_period"),
    ];

    private static readonly FrozenDictionary<string, ConfigField> s_byPath = All.ToFrozenDictionary(field => field.Path, StringComparer.Ordinal);

    private static readonly ILookup<string, string> s_names = All.Where(field => !field.Path.EndsWith("[]", StringComparison.Ordinal))
        .ToLookup(field => ParentOf(field.Path), field => NameOf(field.Path), StringComparer.Ordinal);

    public static ConfigField? Find(string path) => s_byPath.GetValueOrDefault(path);

    /// <summary>Names that a section knows; empty for an open one.</summary>
    public static IEnumerable<string> NamesIn(string path) => s_names[path];

    /// <summary>Path of a member below a section.</summary>
    public static string Child(string path, string name)
    {
        string word = name.Contains('.', StringComparison.Ordinal) ? $"\"{name}\"" : name;
        return path.Length == 0 ? word : $"{path}.{word}";
    }

    private static string NameOf(string path) => path.EndsWith('"')
        ? path[(path.IndexOf('"', StringComparison.Ordinal) + 1)..^1]
        : path[(path.LastIndexOf('.') + 1)..];

    private static string ParentOf(string path)
    {
        int end = path.EndsWith('"') ? path.IndexOf('"', StringComparison.Ordinal) - 1 : path.LastIndexOf('.');
        return end < 0 ? "" : path[..end];
    }

    private static IEnumerable<ConfigField> Of(JsonTypes types, string prefix, string names) =>
        names.Split(' ').Select(name => new ConfigField(prefix + name, types));

    private static IEnumerable<ConfigField> Rpc(string prefix) =>
    [
        .. Of(JsonTypes.WholeNumber, prefix, "keepalive io_threads worker_threads max_queue_size rate_limit max_batch_size max_batch_timeout retries health_check_port"),
        .. Of(JsonTypes.Flag, prefix, "batching enable_sigterm enable_service_hang_detect"),
        .. Of(JsonTypes.Text, prefix, "proxy_path health_check_path"),
        .. Of(JsonTypes.Open, prefix, "decompressor mirror"),
    ];

    private static IEnumerable<ConfigField> Autoscaler(string section) =>
    [
        .. Of(JsonTypes.WholeNumber, section + ".", "min max"),
        .. Of(JsonTypes.List, section + ".", "scaleStrategies"),
        .. Of(JsonTypes.Open, section + ".", "strategies"),
        .. Of(JsonTypes.Section, section + ".", "behavior"),
        .. Of(JsonTypes.Section, section + ".behavior.", "scaleUp scaleDown onZero"),
        .. Of(JsonTypes.WholeNumber, section + ".behavior.scaleUp.", "stabilizationWindowSeconds"),
        .. Of(JsonTypes.WholeNumber, section + ".behavior.scaleDown.", "stabilizationWindowSeconds"),
        .. Of(JsonTypes.WholeNumber, section + ".behavior.onZero.", "scaleDownGracePeriodSeconds scaleUpActivationReplicas"),
        new(section + ".scaleStrategies[]", JsonTypes.Section),
        .. Of(JsonTypes.Text, section + ".scaleStrategies[].", "metricName service"),
        .. Of(JsonTypes.Number, section + ".scaleStrategies[].", "threshold"),
    ];

    private static IEnumerable<ConfigField> Cronscaler(string section) =>
    [
        .. Of(JsonTypes.List, section + ".", "ExcludeDates ScaleJobs"),
        new(section + ".ExcludeDates[]", JsonTypes.Text),
        new(section + ".ScaleJobs[]", JsonTypes.Section),
        .. Of(JsonTypes.Text, section + ".ScaleJobs[].", "Name Schedule TimeZone"),
        .. Of(JsonTypes.WholeNumber, section + ".ScaleJobs[].", "TargetSize"),
    ];

    private static IEnumerable<ConfigField> Probes(string name)
    {
        string prefix = $"containers[].{name}";
        return
        [
            new(prefix, JsonTypes.Section),
            .. Of(JsonTypes.WholeNumber, prefix + ".", Probe),
            .. Of(JsonTypes.Section, prefix + ".", "http_get tcp_socket exec"),
            .. Of(JsonTypes.Text, prefix + ".http_get.", "path scheme"),
            .. Of(JsonTypes.WholeNumber, prefix + ".http_get.", "port"),
            .. Of(JsonTypes.WholeNumber, prefix + ".tcp_socket.", "port"),
            .. Of(JsonTypes.List, prefix + ".exec.", "command"),
        ];
    }
}
