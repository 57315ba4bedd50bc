using EasDeploy.Aliyun.Credentials;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Emulator;
using EasDeploy.Items;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;
using EasDeploy.Testing;

namespace EasDeploy.Aliyun.Tests.Catalogs;

/// <summary>What a build says to a service whose model folder it looks into, over HTTP from the emulator's buckets to the finding.</summary>
[TestClass]
public sealed class MountedModelTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task An_image_model_with_a_language_server_is_a_mismatch() => StringAssert.Contains(
        Assert.ContainsSingle(await FindingsAsync("EAS2110", Model("oss://my-models/stable-diffusion-xl/"))).Message,
        "'oss://my-models/stable-diffusion-xl/' holds an image model in Diffusers layout, and image 'vllm:0.14.0-gpu' serves a model in Hugging Face layout. Set Image=\"comfyui:2.2-api\"");

    [TestMethod]
    public async Task A_model_of_70_billion_on_one_card_is_told_with_the_numbers() => StringAssert.Contains(
        Assert.ContainsSingle(await FindingsAsync("EAS3126", Model("oss://my-models/llama3.1-70b-instruct/"))).Message,
        "take 131.4 GB, and 'ecs.gn7i-c16g1.4xlarge' has 1 x 24 GB for them. Set InstanceType to ecs.gn7e-c16g1.16xlarge (4 x 80 GB) and write --tensor-parallel-size 4.");

    [TestMethod]
    public async Task A_long_context_is_told_with_its_arithmetic() => StringAssert.Contains(
        Assert.ContainsSingle(await FindingsAsync("EAS3127", Model("oss://my-models/llama3.1-8b-instruct/"))).Message,
        "needs 32.0 GB and gets 21.6 GB of 'ecs.gn7i-c16g1.4xlarge' (1 x 24 GB x 0.9): weights 15.0 GB + cache 16.0 GB (131072 tokens) + working memory 1 x 1.0 GB.");

    [TestMethod]
    [DataRow("oss://my-models/qwen-gguf/", "EAS2111")]
    [DataRow("oss://my-models/cosyvoice2-0.5b/", "EAS2110")]
    [DataRow("oss://my-models/triton_repo/", "EAS2110")]
    [DataRow("oss://my-models/iris-xgboost/", "EAS2110")]
    [DataRow("oss://my-models/checkpoints/", "EAS2114")]
    [DataRow("oss://my-models/empty-folder/", "EAS2117")]
    [DataRow("oss://my-bucket/models/llama-7b/", "EAS2115")]
    [DataRow("oss://no-such-bucket/m/", "EAS2116")]
    public async Task Every_kind_of_folder_has_its_finding(string model, string code) => Assert.IsNotEmpty(await FindingsAsync(code, Model(model)));

    [TestMethod]
    public async Task A_model_that_fits_has_none_of_them() => Assert.IsEmpty(
        (await FindingsAsync("", Model("oss://yqtest-model/Qwen3.5-0.8B/"))).Where(finding => finding.Severity != Severity.Info));

    [TestMethod]
    [DataRow("ListObjectsV2")]
    [DataRow("GetObject")]
    [DataRow("ListBuckets")]
    public async Task Who_may_not_look_gets_no_error(string denied)
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        emulator.Inject(new Fault
        {
            Action = denied,
            Status = 403,
            Times = 0,
            ContentType = "application/xml",
            Body = "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>no</Message><RequestId>R1</RequestId></Error>",
        });
        Diagnostic[] findings = await FindingsAsync(emulator, "", Model("oss://my-models/llama3.1-70b-instruct/"));
        Assert.HasCount(denied == "ListObjectsV2" ? 1 : 0, findings.Where(finding => finding.Code == "EAS2118"));
        Assert.HasCount(denied == "ListObjectsV2" ? 0 : 1, findings.Where(finding => finding.Code == "EAS3126"));
        Assert.IsEmpty(findings.Where(finding => finding.Code == "EAS2116"));
    }

    [TestMethod]
    public async Task A_private_image_of_the_team_is_found_by_its_name()
    {
        Diagnostic[] findings = await FindingsAsync(
            "", ("Image", "my-team-vllm:2026.01"), ("Script", "vllm serve /model_dir --port 8000"), ("Model", "oss://yqtest-model/Qwen3.5-0.8B/"));
        Assert.HasCount(1, findings.Where(finding => finding.Code == "EAS2120"));
        Assert.IsEmpty(findings.Where(finding => finding.Code == "EAS2101"));
        Assert.HasCount(1, await FindingsAsync("EAS2119", ("Image", "xgboost-training:1.6.0-cpu-py36-ubuntu18.04"), ("InstanceType", "ecs.c7.xlarge")));
    }

    private static (string, string)[] Model(string path) => [("Model", path)];

    private async Task<Diagnostic[]> FindingsAsync(string code, params (string Name, string Value)[] metadata)
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        return await FindingsAsync(emulator, code, metadata);
    }

    /// <param name="code">Empty = every code.</param>
    private async Task<Diagnostic[]> FindingsAsync(EmulatorHost emulator, string code, params (string Name, string Value)[] metadata)
    {
        Dictionary<string, string> values = new() { ["Image"] = "vllm:0.14.0-gpu", ["InstanceType"] = "ecs.gn7i-c16g1.4xlarge", ["Workspace"] = "312319" };
        foreach ((string name, string value) in metadata)
        {
            values[name] = value;
        }

        SourceLocation place = new("App.csproj", 5, 5);
        ServiceItem item = ServiceItem.Create("qwen_chat", place, values.Select(pair => KeyValuePair.Create(pair.Key, new ItemValue(pair.Value, place))));
        ServiceSpec spec = ServiceSpec.From(item, DeploymentPolicy.Default);
        CloudSettings settings = new() { Region = "cn-hangzhou", UserAgent = "tests", Endpoint = emulator.Address };
        using AliyunCloud cloud = AliyunCloud.Open(settings, EmulatorCredentials.Source);
        Catalog catalog = await CatalogQuery.RunAsync(cloud, "cn-hangzhou", [spec], TimeProvider.System, Ct);
        return [.. RuleSet.Check(ServiceResolver.Resolve(spec, catalog, CheckPurpose.Build)).Diagnostics.Where(finding => code.Length == 0 || finding.Code == code)];
    }
}
