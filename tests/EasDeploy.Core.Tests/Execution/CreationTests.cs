using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using static EasDeploy.Core.Tests.Execution.ScriptedCloud;

namespace EasDeploy.Core.Tests.Execution;

/// <summary>CreateService has no idempotency token: what came of it must be found out, not guessed.</summary>
[TestClass]
public sealed class CreationTests
{
    [TestMethod]
    public async Task A_lost_answer_is_no_failure_when_the_service_exists()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Absent, Is("Creating"), Is("Running"));
        run.Cloud.OnCreate = _ => throw Fault(CloudDiagnostics.ConnectionBroke, mayHaveBeenExecuted: true);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome);
        Assert.AreEqual(1, run.Cloud.CountOf("CreateService qwen_chat"));
        Assert.Contains(text => text.StartsWith("The answer to CreateService was lost", StringComparison.Ordinal), run.Texts);
    }

    [TestMethod]
    public async Task A_lost_answer_without_a_service_is_an_error_and_not_repeated_blindly()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent);
        run.Cloud.OnCreate = _ => throw Fault(CloudDiagnostics.NoAnswerInTime, mayHaveBeenExecuted: true);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.NotDeployed, result.Outcome);
        Assert.AreEqual("EAS7004", result.Diagnostics[^1].Code);
        Assert.AreEqual(1, run.Cloud.CountOf("CreateService qwen_chat"));
    }

    [TestMethod]
    public async Task When_nobody_can_tell_whether_the_service_exists_that_is_what_is_said()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Throws(Fault(CloudDiagnostics.HostNotFound)));
        run.Cloud.OnCreate = _ => throw Fault(CloudDiagnostics.ConnectionBroke, mayHaveBeenExecuted: true);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.TimedOut, result.Outcome);
        Assert.AreEqual("unknown", result.Status);
        Assert.AreEqual("EAS7006", result.Diagnostics[^2].Code);
        Assert.AreEqual(
            "the answer to CreateService was lost, so it is not known whether service 'qwen_chat' exists. "
            + "Look with 'dotnet build -t:EasStatus'; to run the command again is safe, it first asks what exists.",
            result.Diagnostics[^1].Message);
        Assert.DoesNotContain(text => text.Contains("(not created)", StringComparison.Ordinal), run.Texts);
    }

    [TestMethod]
    public async Task A_throttled_creation_is_repeated_because_nothing_was_carried_out()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Running"));
        run.Cloud.OnCreate = _ => run.Cloud.CountOf("CreateService qwen_chat") < 3 ? throw Fault(CloudDiagnostics.Throttled) : Task.CompletedTask;

        Assert.AreEqual(DeploymentOutcome.Running, (await run.RunAsync()).Outcome);
        Assert.Contains("CreateService again in 3 s: Too many requests (EAS7103)", run.Texts);
    }

    [TestMethod]
    public async Task A_creation_throttled_for_a_minute_is_given_up()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent);
        run.Cloud.OnCreate = _ => throw Fault(CloudDiagnostics.Throttled);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.NotDeployed, result.Outcome);
        Assert.AreEqual("EAS7103", result.Diagnostics[^1].Code);
        Assert.IsInRange(60, 70, result.Seconds);
    }

    [TestMethod]
    [DataRow("EAS7106")]
    [DataRow("EAS7107")]
    [DataRow("EAS7101")]
    public async Task A_refusal_is_final_and_keeps_code_and_request_id(string code)
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent);
        run.Cloud.OnCreate = _ => throw Fault(CloudDiagnostics.All.Single(known => known.Code == code));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.NotDeployed, result.Outcome);
        Assert.AreEqual(code, result.Diagnostics[^1].Code);
        Assert.Contains("Code SomeCode, RequestId REQUEST-1", result.Diagnostics[^1].Message);
        Assert.DoesNotContain(finding => finding.Code == "EAS6306", result.Diagnostics);
        Assert.AreEqual(1, run.Cloud.CountOf("CreateService qwen_chat"));
    }

    [TestMethod]
    public async Task A_name_of_another_account_stops_before_any_write()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Throws(Fault(CloudDiagnostics.ForeignName)));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.NotDeployed, result.Outcome);
        Assert.AreEqual("EAS7110", result.Diagnostics[^1].Code);
        Assert.HasCount(0, run.Cloud.WriteTokens);
    }
}
