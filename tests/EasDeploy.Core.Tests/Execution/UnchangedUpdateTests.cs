using EasDeploy.Core.Tests.Configs;
using EasDeploy.Core.Tests.Plans;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Specs;
using static EasDeploy.Core.Tests.Execution.ScriptedCloud;

namespace EasDeploy.Core.Tests.Execution;

/// <summary>Update without a difference: no write, and never a success of a service that does not run.</summary>
[TestClass]
public sealed class UnchangedUpdateTests
{
    /// <param name="then">Status from the second look on.</param>
    /// <param name="writes">UpdateService calls.</param>
    [TestMethod]
    [DataRow("Running", "Running", true, DeploymentOutcome.Running, 0)]
    [DataRow("Running", "Running", false, DeploymentOutcome.Running, 0)]
    [DataRow("Waiting", "Running", true, DeploymentOutcome.Running, 0)]
    [DataRow("Waiting", "Waiting", true, DeploymentOutcome.TimedOut, 0)]
    [DataRow("Waiting", "Failed", true, DeploymentOutcome.Failed, 0)]
    [DataRow("Waiting", "Waiting", false, DeploymentOutcome.Accepted, 0)]
    [DataRow("Updating", "Running", true, DeploymentOutcome.Running, 0)]
    [DataRow("Failed", "Running", true, DeploymentOutcome.Running, 1)]
    [DataRow("Failed", "Failed", true, DeploymentOutcome.Failed, 1)]
    [DataRow("Failed", "Failed", false, DeploymentOutcome.Accepted, 1)]
    [DataRow("DeleteFailed", "Running", true, DeploymentOutcome.Running, 1)]
    [DataRow("Stopped", "Stopped", true, DeploymentOutcome.NotDeployed, 0)]
    [DataRow("Stopped", "Stopped", false, DeploymentOutcome.NotDeployed, 0)]
    public async Task A_live_service_that_is_wanted_as_it_is(string now, string then, bool wait, DeploymentOutcome outcome, int writes)
    {
        using Deployment run = Updating(now, then, wait, isResume: false);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(outcome, result.Outcome, run.Everything);
        Assert.AreEqual(writes, run.Cloud.CountOf("UpdateService qwen_chat"));
        Assert.IsTrue(writes > 0 || run.Cloud.WriteTokens.IsEmpty, "no other write either");
        AssertHonest(result, wait);
    }

    [TestMethod]
    [DataRow("Running", true, DeploymentOutcome.Running)]
    [DataRow("Failed", true, DeploymentOutcome.Failed)]
    [DataRow("Failed", false, DeploymentOutcome.Failed)]
    [DataRow("Stopped", false, DeploymentOutcome.Failed)]
    [DataRow("Waiting", false, DeploymentOutcome.Accepted)]
    public async Task A_resume_of_it_sends_nothing_and_tells_the_truth(string status, bool wait, DeploymentOutcome outcome)
    {
        using Deployment run = Updating(status, status, wait, isResume: true);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(outcome, result.Outcome, run.Everything);
        Assert.IsEmpty(run.Cloud.WriteTokens);
        AssertHonest(result, wait);
    }

    [TestMethod]
    public async Task A_continued_run_that_nobody_waits_for_keeps_the_backup_of_the_service_before()
    {
        MemoryState state = new();
        using (Deployment cancelled = new() { State = state })
        {
            cancelled.Cloud.Describes("qwen_chat", Is("Running"), Absent, Is("Waiting"));
            cancelled.CancelAt("DescribeService qwen_chat", occurrence: 3);
            Assert.AreEqual(DeploymentOutcome.Cancelled, (await cancelled.RunAsync()).Outcome);
        }

        string hash = EasDeploy.Plans.LivePrint.HashOf(SampleServices.Config(SampleServices.Qwen()));
        LiveService starting = Live("Waiting", "qwen_chat") with
        {
            CreateTime = "2026-11-22T22:00:05Z",
            Labels = Live("Waiting", "qwen_chat").Labels.Add("easdeploy.run", "0123456789abcdef0123456789abcdef").Add("easdeploy.config", hash),
        };
        using Deployment run = new() { State = state, RunId = new string('e', 32), Policy = DeploymentPolicy.Default with { Wait = false } };
        run.Cloud.Describes("qwen_chat", () => starting);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Accepted, result.Outcome, run.Everything);
        Assert.ContainsSingle(finding => finding.Code == "EAS6335", result.Diagnostics);
        Assert.AreEqual(0, run.Cloud.CountOf("CreateService qwen_chat") + run.Cloud.CountOf("DeleteService qwen_chat"));
        Assert.Contains("\"image\":\"old\"", ServiceBackup.Parse(state.Read(StateFile.Backup, "qwen_chat"))?.Body ?? "", "nothing runs yet: the old one must stay restorable");
    }

    private static Deployment Updating(string now, string then, bool wait, bool isResume)
    {
        DeploymentPolicy policy = DeploymentPolicy.Default with { OnExisting = OnExisting.Update, Wait = wait, WaitTimeout = TimeSpan.FromSeconds(180) };
        Deployment run = new() { Policy = policy, IsResume = isResume };
        string document = ServerForm.Of(System.Text.Encoding.UTF8.GetString(SampleServices.Config(SampleServices.Qwen(), policy).Utf8.Span));
        int version = 1;
        run.Cloud.OnUpdate = _ =>
        {
            version++;
            return Task.CompletedTask;
        };
        run.Cloud.Describes("qwen_chat", () => Wanted(now), () => Wanted(version > 1 || now == "Waiting" || now == "Updating" ? then : now));
        return run;

        LiveService Wanted(string status) => Live(status, "qwen_chat") with { ServiceConfig = document, CurrentVersion = version, LatestVersion = version };
    }

    private static void AssertHonest(DeploymentResult result, bool wait)
    {
        Assert.IsTrue(!result.IsSuccess || result.Status == "Running" || (result.Outcome == DeploymentOutcome.Accepted && !wait), "success of a service that does not run");
        Assert.AreEqual(result.IsSuccess, !result.Diagnostics.Any(finding => finding.Severity == Severity.Error), string.Join('\n', result.Diagnostics));
    }
}
