using System.Text.Json;
using EasDeploy.Core.Tests.Configs;
using EasDeploy.Execution;
using EasDeploy.Testing;
using static EasDeploy.Core.Tests.Execution.ScriptedCloud;

namespace EasDeploy.Core.Tests.Execution;

[TestClass]
public sealed class HealthyDeploymentTests
{
    [TestMethod]
    public async Task A_healthy_creation_says_what_its_golden_file_says()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Creating"), Is("Waiting"), Is("Waiting"), Is("Running"));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome);
        Assert.IsTrue(result.IsSuccess);
        Assert.AreEqual("Running", result.Status);
        Golden.Check(string.Join("\n", run.Texts) + "\n", "Expected/healthy.txt");
    }

    [TestMethod]
    public async Task A_deployment_makes_every_call_of_the_workflow_in_its_order()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Running"));

        await run.RunAsync();

        CollectionAssert.AreEquivalent(
            new[] { "ListWorkspaces", "ListImages", "DescribeMachineSpec", "GetImage", "ListBuckets", "ListObjects", "GetObject" }, run.Cloud.Calls.Take(7).ToArray());
        CollectionAssert.AreEqual(
            new[]
            {
                "ListServices qwen_chat", "DescribeService qwen_chat", "CreateService qwen_chat", "DescribeService qwen_chat",
                "DescribeService qwen_chat", "DescribeServiceEndpoints qwen_chat", "DeleteServiceLabel qwen_chat",
            },
            run.Cloud.Calls.Skip(7).ToArray());
    }

    [TestMethod]
    public async Task What_was_previewed_is_what_is_sent()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Running"));

        await run.RunAsync();

        Assert.HasCount(1, run.Cloud.Bodies);
        Assert.AreEqual(SampleServices.Config(SampleServices.Qwen()).Text, run.Cloud.Bodies.Single());
        Assert.Contains(text => text.Contains(run.Cloud.Bodies.Single().TrimEnd(), StringComparison.Ordinal), run.Texts);
    }

    [TestMethod]
    public async Task A_running_service_stays_Running_when_the_last_call_is_refused()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Running"));
        run.Cloud.OnEndpoints = _ => throw Fault(Diagnostics.CloudDiagnostics.NoPermission);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome);
        Assert.DoesNotContain(finding => finding.Severity == Diagnostics.Severity.Error, result.Diagnostics);
    }

    [TestMethod]
    public async Task Without_waiting_the_result_is_Accepted_and_says_so()
    {
        using Deployment run = new() { Policy = Specs.DeploymentPolicy.Default with { Wait = false } };
        run.Cloud.Describes("qwen_chat", Absent, Is("Creating"));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Accepted, result.Outcome);
        Assert.AreEqual("Creating", result.Status);
        Assert.Contains("InternetEndpoint: (none yet)", run.Texts[^1]);
        Assert.Contains("IntranetEndpoint: (none yet)", run.Texts[^1]);
        Assert.AreEqual(0, run.StatusLines.Count);
    }

    [TestMethod]
    public async Task A_rule_that_objects_stops_before_the_first_call_about_the_service()
    {
        using Deployment run = new();

        DeploymentResult result = await run.RunAsync(SampleServices.Qwen(("Image", "vllm:9.9.9-gpu")));

        Assert.AreEqual(DeploymentOutcome.NotDeployed, result.Outcome);
        Assert.Contains(finding => finding.Code == "EAS2101", result.Diagnostics);
        Assert.DoesNotContain(call => call.Contains("Service", StringComparison.Ordinal), run.Cloud.Calls);
        Assert.Contains(text => text.Contains("❌ Compatibility: Failed", StringComparison.Ordinal), run.Texts);
    }

    [TestMethod]
    public async Task An_ended_service_is_told_at_once_with_its_times()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Creating"), Is("Running"));

        DeploymentResult result = await run.RunAsync();

        Assert.AreSame(result, run.Ended.Single());
        Assert.AreEqual(new DateTimeOffset(2026, 11, 22, 22, 0, 0, TimeSpan.Zero), result.StartedAt);
        Assert.AreEqual(result.StartedAt.AddSeconds(1), result.EndedAt);
        Assert.AreEqual(1, result.Seconds);
    }

    [TestMethod]
    public async Task The_printed_curl_calls_the_model_under_the_name_the_server_gives_it()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Running"));

        await run.RunAsync(SampleServices.Qwen(("Script", "vllm serve /model_dir --port 8000 --served-model-name=qwen3.5")));

        string curl = run.Texts[^1].Split('\n').Single(line => line.StartsWith("[curl]", StringComparison.Ordinal));
        int at = curl.IndexOf("-d '", StringComparison.Ordinal) + 4;
        using JsonDocument body = JsonDocument.Parse(curl[at..^1]);
        Assert.AreEqual("qwen3.5", body.RootElement.GetProperty("model").GetString());
    }
}
