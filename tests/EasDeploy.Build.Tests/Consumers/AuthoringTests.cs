using System.Text.Json;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Execution;

namespace EasDeploy.Build.Tests.Consumers;

/// <summary>Every item and every phase, from the project file to what the strict emulator keeps.</summary>
[TestClass]
public sealed class AuthoringTests
{
    private const string Network =
        """VpcId="vpc-bp13kiflgde6v9dc9smc8" VSwitchIds="vsw-bp1bhmnwqdh1ta9z9klms;vsw-bp1lz95xtmjiwqcpq31ng" SecurityGroupId="sg-bp1e36bfv61nfy1yudyc" """;

    private const string Items =
        $"""
        <EasService Include="whole_chat" Image="vllm:0.14.0-gpu" InstanceType="ecs.gn7i-c16g1.4xlarge" Model="oss://yqtest-model/Qwen3.5-0.8B/"
                    Workspace="312319" Gateway="prod-gw" {Network} HealthCheck="http" MaxSurge="1" MaxUnavailable="0" TerminationGracePeriod="60"
                    AutoscaleMax="4" AutoscaleMetric="qps" AutoscaleThreshold="10" RegistryAuthFromEnvironment="TEAM_REGISTRY"
                    ConfigPatch="whole.patch.json" />
        <EasStorage Include="06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com:/models" MountPath="/nas" Service="whole_chat" />
        <EasStorage Include="dataset:d-pcsah1t86bm8emu01@v1" MountPath="/data" Service="whole_chat" />
        <EasEnvironmentVariable Include="HF_TOKEN" FromEnvironment="TEAM_TOKEN" />
        <EasScaleRule Include="gpu" Threshold="80" Service="whole_chat" />
        <EasService Include="listening_chat" Image="vllm:0.14.0-gpu" InstanceType="ecs.gn7i-c16g1.4xlarge" Model="oss://yqtest-model/Qwen3.5-0.8B/"
                    Workspace="312319" {Network} />
        <EasNlbListener Include="default" Port="9090" NetType="intranet" Service="listening_chat" />
        """;

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task Every_item_reaches_the_cloud_and_a_secret_only_the_cloud()
    {
        using ConsumerProject project = new(TestPackage.Package, Items);
        project.WriteFile("whole.patch.json", """{ "metadata": { "shm_size": 8 }, "labels": { "team": "ml" } }""");
        string[] deploy = ["publish", "-p:DeployToEas=true", "-p:EasEmulator=true"];
        (await project.DotnetAsync(Ct, deploy)).Fails("EAS6310").Says("'TEAM_TOKEN'").Says("'TEAM_REGISTRY'");

        project.Run.Environment["TEAM_TOKEN"] = "canary-team-token-41";
        project.Run.Environment["TEAM_REGISTRY"] = "robot:canary-password-42";
        RunResult publish = await project.DotnetAsync(Ct, [.. deploy, "--no-restore"]);
        publish.Succeeds().Says("Network: ALB Dedicated Gateway prod-gw (gw-48hmbdt00fi6x90gft)").DoesNotSay("warning EAS").DoesNotSay("canary");
        string config = await File.ReadAllTextAsync(project["bin/Release/net10.0/eas/whole_chat/eas_service.json"], Ct);
        Golden.Check(config, "Golden/whole-config.json");
        Golden.Check(await File.ReadAllTextAsync(project["bin/Release/net10.0/eas/listening_chat/eas_service.json"], Ct), "Golden/listening-config.json");

        project.WriteFile("whole.patch.json", """{ "metadata": { "instance": 0 } }""");
        (await project.DotnetAsync(Ct, "build", "--no-restore", "-p:EasEmulator=true")).Fails("EAS3001").Says("whole.patch.json(1,29): error EAS3001");

        (Uri address, _) = TestHome.RunningEmulator(TestPackage.Home.EasHome);
        using AliyunCloud cloud = AliyunCloud.Open(new() { Region = "cn-hangzhou", Endpoint = address, UserAgent = "tests" }, EmulatorCredentials.Source);
        LiveService? live = await cloud.DescribeServiceAsync("whole_chat", Ct);
        using JsonDocument kept = JsonDocument.Parse(live!.ServiceConfig!);
        Assert.AreEqual("canary-team-token-41", kept.RootElement.GetProperty("containers")[0].GetProperty("env")[0].GetProperty("value").GetString());
    }
}
