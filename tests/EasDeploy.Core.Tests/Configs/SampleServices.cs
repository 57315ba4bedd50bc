using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;

namespace EasDeploy.Core.Tests.Configs;

/// <summary>Services and a catalog for tests that begin where the rules end.</summary>
internal static class SampleServices
{
    public const string GpuType = "ecs.gn7i-c16g1.4xlarge";
    public const string OtherGpuType = "ecs.gn7i-c8g1.2xlarge";
    public const string CpuType = "ecs.c7.2xlarge";
    public const string Model = "oss://yqtest-model/Qwen3.5-0.8B/";

    public static SourceLocation Place { get; } = new("App.csproj", 9, 5);

    public static Catalog Catalog { get; } = new(
        "cn-hangzhou",
        new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.Zero),
        null,
        [new Workspace("286654", "aiworkspace_test", "ENABLED", true)],
        [
            Image("vllm:0.14.0-gpu", Chip.GPU),
            Image("sglang:0.5.6-gpu", Chip.GPU),
            Image("comfyui:1.9-gpu", Chip.GPU),
            Image("preset:1.0-gpu", Chip.GPU, "python serve.py --port 9000 --model /model_dir", 9000),
            Image("python-inference:3.12-cpu", Chip.CPU),
        ],
        [],
        [
            new InstanceType(GpuType, 16, 60, "A10", 1, 24, true, "WithStock"),
            new InstanceType(OtherGpuType, 8, 30, "A10", 1, 24, true, "WithStock"),
            new InstanceType(CpuType, 8, 16, "", 0, 0, true, "WithStock"),
        ],
        [new ResourceGroup("eas-r-abcdefghij", "team_group", "Dedicated", "ResourceReady", 64, 8, 262144, 4096, 4, 1)],
        new CatalogNetwork(
            [new CatalogGateway("gw-48hmbdt00fi6x90gft", "prod-gw", "Running", "vpc-bp13kiflgde6v9dc9smc8", ["vsw-h", "vsw-i"], "sg-bp1e36bfv61nfy1yudyc")],
            [new CatalogVpc("vpc-bp13kiflgde6v9dc9smc8", "eas")],
            [
                new CatalogVSwitch("vsw-h", "vpc-bp13kiflgde6v9dc9smc8", "cn-hangzhou-h", 240, "Available"),
                new CatalogVSwitch("vsw-i", "vpc-bp13kiflgde6v9dc9smc8", "cn-hangzhou-i", 240, "Available"),
            ],
            [new CatalogSecurityGroup("sg-bp1e36bfv61nfy1yudyc", "eas-default", "vpc-bp13kiflgde6v9dc9smc8", IsServiceManaged: false)],
            [new CatalogLoadBalancer("nlb-team", "team-nlb", "Active", "vpc-bp13kiflgde6v9dc9smc8")]),
        [new CatalogDataset("d-pcsah1t86bm8emu01", "qwen_weights", "OSS")]);

    /// <summary>The item of the README, with other metadata laid over it.</summary>
    public static ServiceItem Qwen(params (string Name, string Text)[] metadata) => Item(
        "qwen_chat", [("Image", "vllm:0.14.0-gpu"), ("InstanceType", GpuType), ("Model", Model), .. metadata]);

    /// <param name="metadata">A later pair wins; an empty text takes the metadata away.</param>
    public static ServiceItem Item(string name, params (string Name, string Text)[] metadata)
    {
        Dictionary<string, ItemValue> values = [];
        foreach ((string key, string text) in metadata)
        {
            values[key] = new ItemValue(text, Place);
        }

        return ServiceItem.Create(name, Place, values.Where(pair => pair.Value.Text.Length > 0));
    }

    public static AttachedItem Attached(string include, params (string Name, string Text)[] metadata) => new(
        include, Place, metadata.ToImmutableDictionary(pair => pair.Name, pair => new ItemValue(pair.Text, Place), StringComparer.OrdinalIgnoreCase));

    public static ServiceSpec Spec(ServiceItem item, DeploymentPolicy? policy = null) => ServiceSpec.From(item, policy ?? DeploymentPolicy.Default);

    public static ServiceConfig Config(ServiceItem item, DeploymentPolicy? policy = null) => Config(Spec(item, policy), Catalog);

    /// <exception cref="AssertFailedException">A rule objects: the sample is not one.</exception>
    public static ServiceConfig Config(ServiceSpec spec, Catalog catalog)
    {
        CheckedService judged = RuleSet.Check(ServiceResolver.Resolve(spec, catalog, CheckPurpose.Deployment));
        Assert.IsNotNull(judged.Valid, string.Join("\n", judged.Diagnostics.Select(finding => finding.Message)));
        return ServiceConfig.From(judged.Valid);
    }

    private static CatalogImage Image(string name, Chip chip, string? script = null, int? port = null)
    {
        ImmutableArray<ImageLabel>.Builder labels = ImmutableArray.CreateBuilder<ImageLabel>();
        labels.Add(new ImageLabel("system.chipType", chip.ToString()));
        if (script is not null)
        {
            labels.Add(new ImageLabel("system.eas.default.script", script));
            labels.Add(new ImageLabel("system.eas.default.port", $"{port}"));
        }

        return new CatalogImage("image-" + name.Split(':')[0], name, $"eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/{name}", labels.ToImmutable());
    }
}
