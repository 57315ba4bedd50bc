using System.Collections.Immutable;
using EasDeploy.Catalogs;

namespace EasDeploy;

/// <summary>A small catalog of rows that exist in the emulator's seeds too.</summary>
internal static class TestCatalog
{
    private const string TeamRegistry = "registry-vpc.cn-hangzhou.aliyuncs.com/my-team/";
    private const string Registry = "eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/";

    public static ImmutableArray<CatalogImage> Images { get; } =
    [
        Image("vllm:0.14.0-gpu", ["GPU"], "vllm serve /model_dir --port 8000 --trust-remote-code", 8000, isLatest: true),
        Image("vllm:0.14.0-xpu", ["XPU"], "vllm serve /model_dir --port 8000 --trust-remote-code", 8000),
        Image("vllm:0.14.0-ppu", ["PPU"], "vllm serve /model_dir --port 8000 --trust-remote-code", 8000),
        Image("vllm:0.12.0-gpu", ["GPU"], "vllm serve /model_dir --port 8000 --trust-remote-code", 8000),
        Image("vllm:v0.9.1-modelgallery", ["GPU"], null, 8000),
        Image("sglang:0.5.8-acclep1.2.1-gpu", ["GPU"], "python -m sglang.launch_server --model-path /model_dir --host 0.0.0.0 --port 8000", 8000, isLatest: true),
        Image("sglang:0.5.6-gpu", ["GPU"], "python -m sglang.launch_server --model-path /model_dir --host 0.0.0.0 --port 8000", 8000),
        Image("pai-rag:0.4.3", ["CPU"], "pai_rag serve --port 8680", 8680, isLatest: true),
        Image("pai-rag:0.1", ["CPU"], "pai_rag serve", 8001),
        Image("tensorflow-serving:2.14.1", ["CPU", "GPU"], "tensorflow_model_server --rest_api_port=8501 --model_name=model", 8501),
        Image("pytorch-inference:2.7.1-py312-cpu-ubuntu22.04", ["CPU"], null, null),
        Image("python-inference:py39-ubuntu2004", [], null, null),
        Image("npu-probe:1.0", ["NPU"], "python serve.py", null),
        Image("case-probe:1.0", ["gpu"], "python serve.py", null),
        Image("echo-web:1.0", ["CPU"], "python app.py --port 8080", 8080),
    ];

    /// <summary>Not in the official list, found by name.</summary>
    public static ImmutableArray<CatalogImage> OtherImages { get; } =
    [
        new("image-team-vllm", "my-team-vllm:2026.01", TeamRegistry + "my-team-vllm:2026.01",
            [new ImageLabel("system.chipType", "GPU"), new ImageLabel("system.supported.eas", "true")], "PRIVATE"),
        new("image-team-api", "my-team-api:1.4.0", TeamRegistry + "my-team-api:1.4.0",
            [new ImageLabel("system.chipType", "CPU"), new ImageLabel("system.supported.eas", "true")], "PUBLIC"),
        new("image-training", "pytorch-training:2.3.1-gpu", TeamRegistry + "pytorch-training:2.3.1-gpu", [new ImageLabel("system.chipType", "GPU")], "PUBLIC"),
    ];

    public static ImmutableArray<InstanceType> InstanceTypes { get; } =
    [
        new("ecs.gn7i-c8g1.2xlarge", 8, 30, "A10", 1, 24, true, "WithStock"),
        new("ecs.gn7i-c16g1.4xlarge", 16, 60, "A10", 1, 24, true, "WithStock"),
        new("ecs.gn6i-c4g1.xlarge", 4, 15, "T4", 1, 16, true, "WithStock"),
        new("ecs.gn6i-c40g1.10xlarge", 40, 155, "T4", 1, 16, false, "NoStock"),
        new("ecs.gn8is.2xlarge", 8, 64, "L20", 1, 48, true, "WithStock"),
        new("ecs.gn7e-c16g1.16xlarge", 64, 500, "A100", 4, 80, true, "ClosedWithStock"),
        new("ecs.gn8v-2x.8xlarge", 32, 192, "GU120", 2, 96, true, "WithStock"),
        new("ecs.gn7i-c32g1.32xlarge", 128, 752, "A10", 4, 24, true, "WithStock"),
        new("ecs.ebmppu1.16xlarge", 64, 512, "PPU810", 4, 96, true, "WithStock"),
        new("ecs.ebmppu1.40xlarge", 160, 1800, "PPU810", 16, 96, false, "NoStock"),
        new("ecs.egs1-c16x1.4xlarge", 16, 128, "", 0, 0, true, "WithStock"),
        new("ecs.egs1-c8x1.2xlarge", 8, 64, "XPU-P1", 1, 64, true, "WithStock"),
        new("ecs.c7.xlarge", 4, 8, "", 0, 0, true, "WithStock"),
        new("ecs.c6.large", 2, 4, "", 0, 0, true, "WithStock"),
        new("ecs.g7.xlarge", 4, 16, "", 0, 0, true, "WithStock"),
        new("ecs.c7.32xlarge", 128, 256, "", 0, 0, false, ""),
    ];

    public static ImmutableArray<Workspace> Workspaces { get; } =
    [
        new("312319", "aiworkspace_test", "ENABLED", IsDefault: false),
        new("312320", "production", "ENABLED", IsDefault: true),
        new("312321", "old_team", "DISABLED", IsDefault: false),
    ];

    public static ImmutableArray<ResourceGroup> ResourceGroups { get; } =
    [
        new("eas-r-d29k8ytqxzxmqi7l0s", "production", "Dedicated", "ResourceReady", 128, 20, 1003520, 157696, 16, 2),
        new("eas-r-2b8w7creating00001", "staging", "Dedicated", "ResourceCreating", 0, 0, 0, 0, 0, 0),
        new("eas-r-selfmanaged000001", "idc_cluster", "SelfManaged", "ResourceReady", 128, 20, 1003520, 157696, 16, 2),
    ];

    public const string GatewayId = "gw-48hmbdt00fi6x90gft";
    public const string VpcId = "vpc-bp13kiflgde6v9dc9smc8";

    /// <summary>In zone h; <see cref="OtherVSwitchId"/> in zone i.</summary>
    public const string VSwitchId = "vsw-bp1bhmnwqdh1ta9z9klms";
    public const string OtherVSwitchId = "vsw-bp1lz95xtmjiwqcpq31ng";
    public const string SecurityGroupId = "sg-bp1e36bfv61nfy1yudyc";
    private const string OtherVpcId = "vpc-bp1b0000000000000emub";

    public static ImmutableArray<CatalogGateway> Gateways { get; } =
    [
        new(GatewayId, "prod-gw", "Running", VpcId, [VSwitchId, OtherVSwitchId], SecurityGroupId, "alb-48hmbdt00fi6"),
        new("gw-test0000000000emu1", "test-gw", "Running", OtherVpcId, ["vsw-bp1b0000000000000emu1", "vsw-bp1b0000000000000emu2"], "sg-bp1b0000000000000em1"),
        new("gw-creating0000000emu3", "creating-gw", "Creating", null, [], null),
        new("gw-nolinkedvpc0000emu5", "internet-only-gw", "Running", null, [], null),
    ];

    public static ImmutableArray<CatalogVpc> Vpcs { get; } = [new(VpcId, "eas"), new(OtherVpcId, "data")];

    public static ImmutableArray<CatalogVSwitch> VSwitches { get; } =
    [
        new(VSwitchId, VpcId, "cn-hangzhou-h", 240, "Available"),
        new(OtherVSwitchId, VpcId, "cn-hangzhou-i", 240, "Available"),
        new("vsw-bp1a0000000000000emu3", VpcId, "cn-hangzhou-j", 250, "Available"),
        new("vsw-bp1a0000000000000emu4", VpcId, "cn-hangzhou-h", 240, "Available"),
        new("vsw-bp1a0000000000000emu5", VpcId, "cn-hangzhou-i", 1, "Available"),
        new("vsw-bp1a0000000000000emu6", VpcId, "cn-hangzhou-j", 0, "Pending"),
        new("vsw-bp1b0000000000000emu1", OtherVpcId, "cn-hangzhou-h", 240, "Available"),
        new("vsw-bp1b0000000000000emu2", OtherVpcId, "cn-hangzhou-i", 240, "Available"),
    ];

    public static ImmutableArray<CatalogSecurityGroup> SecurityGroups { get; } =
    [
        new(SecurityGroupId, "eas-default", VpcId, IsServiceManaged: false),
        new("sg-bp1a0000000000000em4", "managed-by-nlb", VpcId, IsServiceManaged: true),
        new("sg-bp1b0000000000000em1", "data-default", OtherVpcId, IsServiceManaged: false),
    ];

    public static ImmutableArray<CatalogLoadBalancer> LoadBalancers { get; } =
    [
        new("nlb-fpj3530zrbt7x5zkhk", "team-nlb", "Active", VpcId),
        new("nlb-internet000000emu1", "edge-nlb", "Active", OtherVpcId),
        new("nlb-provisioning0emu2", "new-nlb", "Provisioning", VpcId),
    ];

    public static ImmutableArray<CatalogDataset> Datasets { get; } =
    [
        new("d-pcsah1t86bm8emu01", "qwen_weights", "OSS"),
        new("d-nas00000000000emu3", "nas_share", "NAS"),
    ];

    public static Catalog Queried { get; } = new(
        "cn-hangzhou",
        new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
        null,
        Workspaces,
        Images,
        [],
        InstanceTypes,
        ResourceGroups,
        new CatalogNetwork(Gateways, Vpcs, VSwitches, SecurityGroups, LoadBalancers),
        Datasets,
        TestModels.Storage,
        OtherImages);

    public static Catalog NotQueried { get; } = Catalog.NotQueried("cn-hangzhou", "there are no credentials");

    public static CatalogImage Image(string name, string[] chips, string? script, int? port, bool isLatest = false)
    {
        List<ImageLabel> labels = [.. chips.Select(chip => new ImageLabel("system.chipType", chip))];
        if (script is not null)
        {
            labels.Add(new ImageLabel("system.eas.default.script", script));
        }

        if (port is { } number)
        {
            labels.Add(new ImageLabel("system.eas.default.port", FormattableString.Invariant($"{number}")));
        }

        if (isLatest)
        {
            labels.Add(new ImageLabel("system.eas.deploy.latest", "true"));
        }

        return new CatalogImage("image-" + name.Replace(':', '-'), name, Registry + name, [.. labels]);
    }
}
