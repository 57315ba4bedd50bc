using EasDeploy.Core.Tests.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using static EasDeploy.Core.Tests.Configs.SampleServices;

namespace EasDeploy.Core.Tests.Execution;

/// <summary>Values that are known only where the deployment runs.</summary>
[TestClass]
public sealed class ReferencedVariablesTests
{
    private static ServiceItem Referring { get; } = Qwen(("RegistryAuthFromEnvironment", "REGISTRY_AUTH")) with
    {
        Environment = [Attached("HF_TOKEN", ("FromEnvironment", "TEAM_TOKEN"))],
    };

    [TestMethod]
    public async Task The_values_are_sent_and_never_said()
    {
        using Deployment deployment = new();
        deployment.Variables["TEAM_TOKEN"] = "canary-team-token";
        deployment.Variables["REGISTRY_AUTH"] = "robot:canary-password";
        deployment.Cloud.Describes("qwen_chat", ScriptedCloud.Absent, ScriptedCloud.Is("Running"));
        deployment.Cloud.OnEvents = _ => throw ScriptedCloud.Fault(CloudDiagnostics.Refused, message: "env canary-team-token");

        DeploymentResult result = await deployment.RunAsync(Referring);

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome, deployment.Everything);
        string body = Assert.ContainsSingle(deployment.Cloud.Bodies);
        StringAssert.Contains(body, "canary-team-token");
        StringAssert.Contains(deployment.Everything, "${env:TEAM_TOKEN}");
        Assert.DoesNotContain("canary-team-token", deployment.Everything);
        Assert.DoesNotContain("canary-password", deployment.Everything);
    }

    [TestMethod]
    public async Task A_further_container_of_a_document_gets_its_values_too()
    {
        ConfigText document = ConfigText.Parse("""
            {"metadata":{"name":"qwen_chat","instance":1},"containers":[
            {"image":"registry-vpc.cn-hangzhou.aliyuncs.com/acme/a:1","port":8000,"script":"a"},
            {"image":"registry-vpc.cn-hangzhou.aliyuncs.com/acme/b:1","port":8001,"script":"b","env":[{"name":"B_KEY","value":"${env:TEAM_TOKEN}"}]}],
            "cloud":{"computing":{"instance_type":"ecs.c7.2xlarge"}}}
            """u8, "eas_service.json").Text!;
        using Deployment deployment = new();
        deployment.Cloud.Describes("qwen_chat", ScriptedCloud.Absent, ScriptedCloud.Is("Running"));

        await deployment.RunAsync(ConfigReader.Read(document));
        Assert.IsEmpty(deployment.Cloud.Bodies);
        StringAssert.Contains(deployment.Everything, "EasEnvironmentVariable 'B_KEY' names, is not set");

        deployment.Variables["TEAM_TOKEN"] = "canary-team-token";
        await deployment.RunAsync(ConfigReader.Read(document));
        StringAssert.Contains(Assert.ContainsSingle(deployment.Cloud.Bodies), "canary-team-token");
        Assert.DoesNotContain("canary-team-token", deployment.Everything);
    }

    [TestMethod]
    public async Task What_the_cloud_repeats_of_a_value_is_blotted_out()
    {
        using Deployment deployment = new();
        deployment.Variables["TEAM_TOKEN"] = "canary-team-token";
        deployment.Variables["REGISTRY_AUTH"] = "robot:canary-password";
        deployment.Cloud.Describes("qwen_chat", ScriptedCloud.Absent);
        deployment.Cloud.OnCreate = _ => throw ScriptedCloud.Fault(CloudDiagnostics.Refused, message: "bad env canary-team-token");

        DeploymentResult result = await deployment.RunAsync(Referring);

        Assert.AreEqual(DeploymentOutcome.NotDeployed, result.Outcome);
        StringAssert.Contains(deployment.Everything, "bad env ***");
        Assert.DoesNotContain("canary-team-token", deployment.Everything);
    }

    [TestMethod]
    [DataRow("TEAM_TOKEN", "EAS6310", "the environment variable 'TEAM_TOKEN', which EasEnvironmentVariable 'HF_TOKEN' names, is not set")]
    [DataRow("REGISTRY_AUTH", "EAS6310", "the environment variable 'REGISTRY_AUTH', which RegistryAuthFromEnvironment names, is not set")]
    public async Task A_variable_that_is_missing_is_named_and_nothing_is_sent(string missing, string code, string message)
    {
        using Deployment deployment = new();
        deployment.Variables["TEAM_TOKEN"] = "canary-team-token";
        deployment.Variables["REGISTRY_AUTH"] = "robot:canary-password";
        deployment.Variables.Remove(missing);

        DeploymentResult result = await deployment.RunAsync(Referring);

        Assert.AreEqual(DeploymentOutcome.NotDeployed, result.Outcome);
        StringAssert.Contains(Assert.ContainsSingle(deployment.Findings.Where(finding => finding.Code == code)).Message, message);
        Assert.IsEmpty(deployment.Cloud.Bodies);
        Assert.AreEqual(0, deployment.Cloud.CountOf("DescribeService qwen_chat"), "nothing is asked of the service, nothing is deleted");
    }

    [TestMethod]
    public async Task A_login_that_is_not_user_and_password_is_refused_without_repeating_it()
    {
        using Deployment deployment = new();
        deployment.Variables["TEAM_TOKEN"] = "canary-team-token";
        deployment.Variables["REGISTRY_AUTH"] = "Y2FuYXJ5LWxvZ2lu";

        DeploymentResult result = await deployment.RunAsync(Referring);

        Assert.AreEqual(DeploymentOutcome.NotDeployed, result.Outcome);
        Assert.ContainsSingle(deployment.Findings.Where(finding => finding.Code == "EAS6311"));
        Assert.DoesNotContain("Y2FuYXJ5LWxvZ2lu", deployment.Everything);
    }
}
