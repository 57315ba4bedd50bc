using System.Collections.Immutable;

namespace EasDeploy.Tool.Wizard;

/// <summary>Every question, once and in the order they are asked. The reference page and the check of answers files come from here.</summary>
internal static class Questions
{
    public static Question Region { get; } = new("region", "Region id; asked only when neither the command line, the environment nor the profile names one.");

    public static Question Name { get; } = new("name", "Service name: 3-63 characters of a-z, 0-9 and _.");

    public static Question Workspace { get; } = new("workspace", "Workspace id or name; asked only when the account has one.");

    public static Question Category { get; } = new("category",
        "llm-inference, image-generation, speech-synthesis, rag, general-inference or custom-image, or the number of the row.");

    public static Question Engine { get; } = new("engine", "vLLM or SGLang; asked for category 1.");

    public static Question Image { get; } = new("image", "Name of an official image, such as vllm:0.14.0-gpu; for a custom image its full address.");

    public static Question Mount { get; } = new("mount", "yes or no: mount model files or data.", "no");

    public static Question StorageType { get; } = new("storage-type", "oss, nas, cpfs or dataset.");

    public static Question Bucket { get; } = new("bucket", "Name of the OSS bucket.");

    public static Question Folder { get; } = new("folder", "Folder of the bucket, such as Qwen3.5-0.8B/, one level at a time or the whole path.");

    public static Question MountTarget { get; } = new("mount-target", "server:/path of a NAS or CPFS file system.");

    public static Question Dataset { get; } = new("dataset", "Id or name of a dataset of the workspace.");

    public static Question MountPath { get; } = new("mount-path", "Where the source is mounted.", "/model_dir");

    public static Question SuggestedImage { get; } = new("suggested-image", "use or keep: take the image that fits the model in the folder.", "use");

    public static Question Command { get; } = new("command", "recommended, or the start command itself.", "recommended");

    public static Question Port { get; } = new("port", "Port the process listens on.", "8000");

    public static Question Resource { get; } = new("resource", "public or group.", "public");

    public static Question Instance { get; } = new("instance", "Instance type, such as ecs.gn7i-c16g1.4xlarge.");

    public static Question UseGroup { get; } = new("use-group", "select or skip: an existing EAS resource group.", "select");

    public static Question Group { get; } = new("group", "Id or name of the resource group.");

    public static Question Cpu { get; } = new("cpu", "Cores per replica in a resource group.", "4");

    public static Question Memory { get; } = new("memory", "MB per replica in a resource group.", "16000");

    public static Question Gpu { get; } = new("gpu", "GPU cards per replica in a resource group.");

    public static Question Replicas { get; } = new("replicas", "Number of instances that serve.", "1");

    public static Question Network { get; } = new("network", "shared, alb or nlb.", "shared");

    public static Question UseGateway { get; } = new("use-gateway", "select or skip: an existing dedicated gateway.", "select");

    public static Question Gateway { get; } = new("gateway", "Id or name of the dedicated gateway.");

    public static Question LoadBalancerKind { get; } = new("nlb", "system (created with the service) or existing.", "system");

    public static Question LoadBalancer { get; } = new("load-balancer", "Id or name of an existing network load balancer.");

    public static Question Vpc { get; } = new("vpc", "Id or name of the VPC.");

    public static Question VSwitch { get; } = new("vswitch", "Id of the vSwitch; for an NLB several, separated by commas.");

    public static Question SecurityGroup { get; } = new("security-group", "Id or name of a security group of the VPC.");

    public static Question ListenerPort { get; } = new("listener-port", "Port the NLB listens on; not 8080.", "9090");

    public static Question NetType { get; } = new("net-type", "intranet or internet: where a system NLB is reached from.", "intranet");

    public static Question Features { get; } = new("features",
        "skip, or features separated by commas: health-check, rolling-update, grpc, autoscaling.", "skip");

    public static Question FeatureList { get; } = new("feature-list", "At the table of features: numbers, or done.", "done");

    public static Question HealthCheckKind { get; } = new("health-check-type", "http or tcp.", "http");

    public static Question HealthCheckPath { get; } = new("health-check-path", "Path asked by an http check.", "/health");

    public static Question HealthCheckDelay { get; } = new("health-check-initial-delay", "Seconds before the first check; 120 is offered for LLM images.", "60");

    public static Question HealthCheckInterval { get; } = new("health-check-interval", "Seconds between two checks.", "10");

    public static Question HealthCheckTimeout { get; } = new("health-check-timeout", "Seconds for one answer.", "1");

    public static Question HealthCheckFailures { get; } = new("health-check-failures", "Failed checks after which an instance is started again.", "30");

    public static Question MaxSurge { get; } = new("max-surge", "Instances above the number of replicas during an update.", "1");

    public static Question MaxUnavailable { get; } = new("max-unavailable", "Instances that may be missing during an update.", "0");

    public static Question GracePeriod { get; } = new("grace-period", "Seconds an instance gets to end its calls.", "30");

    public static Question AutoscaleMin { get; } = new("autoscale-min", "Fewest instances.", "1");

    public static Question AutoscaleMax { get; } = new("autoscale-max", "Most instances.", "10");

    public static Question AutoscaleMetric { get; } = new("autoscale-metric", "qps, cpu, gpu or memory; several separated by commas.", "qps");

    public static Question AutoscaleThreshold { get; } = new("autoscale-threshold", "Value per instance above which instances are added; one for each metric, separated by commas.", "100");

    public static Question Action { get; } = new("action", "deploy, modify, save or cancel.");

    public static Question Modify { get; } = new("modify", "Row of the modify menu.");

    public static Question File { get; } = new("file", "Path of the JSON file that is written.", "eas_service.json");

    public static Question Replace { get; } = new("replace", "yes or no: replace what the file or the project already has under this name.");

    public static Question AfterFailure { get; } = new("after-failure", "modify, retry or end, after a deployment that failed.", "end");

    public static ImmutableArray<Question> All { get; } =
    [
        Region, Name, Workspace, Category, Engine, Image, Mount, StorageType, Bucket, Folder, MountTarget, Dataset, MountPath, SuggestedImage, Command, Port,
        Resource, Instance, UseGroup, Group, Cpu, Memory, Gpu, Replicas,
        Network, UseGateway, Gateway, LoadBalancerKind, LoadBalancer, Vpc, VSwitch, SecurityGroup, ListenerPort, NetType,
        Features, FeatureList, HealthCheckKind, HealthCheckPath, HealthCheckDelay, HealthCheckInterval, HealthCheckTimeout, HealthCheckFailures,
        MaxSurge, MaxUnavailable, GracePeriod, AutoscaleMin, AutoscaleMax, AutoscaleMetric, AutoscaleThreshold,
        Action, Modify, File, Replace, AfterFailure,
    ];
}
