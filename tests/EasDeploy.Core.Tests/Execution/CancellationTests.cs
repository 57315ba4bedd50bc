using EasDeploy.Core.Tests.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using static EasDeploy.Core.Tests.Execution.ScriptedCloud;

namespace EasDeploy.Core.Tests.Execution;

[TestClass]
public sealed class CancellationTests
{
    [TestMethod]
    [DataRow("ListImages")]
    [DataRow("ListServices qwen_chat")]
    [DataRow("DescribeService qwen_chat")]
    public async Task Before_the_creation_nothing_was_done_and_that_is_said(string call)
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Running"));
        run.CancelAt(call);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Cancelled, result.Outcome);
        CollectionAssert.AreEqual(new[] { "EAS6307" }, Errors(result));
        Assert.HasCount(0, run.Cloud.WriteTokens);
    }

    [TestMethod]
    public async Task A_creation_under_way_is_finished_and_the_service_reported_as_created()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Running"));
        run.CancelAt("CreateService qwen_chat");

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Cancelled, result.Outcome);
        CollectionAssert.AreEqual(new[] { "EAS6303" }, Errors(result));
        Assert.AreEqual("Creating", result.Status);
        Assert.Contains(text => text.StartsWith("Cancelled. Waiting for the answer to CreateService", StringComparison.Ordinal), run.Texts);
        Assert.AreEqual(1, run.Cloud.CountOf("CreateService qwen_chat"));
    }

    [TestMethod]
    public async Task A_creation_cancelled_and_unanswered_says_that_it_is_not_known()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Running"));
        run.CancelAt("CreateService qwen_chat");
        run.Cloud.OnCreate = _ => throw Fault(CloudDiagnostics.ConnectionBroke, mayHaveBeenExecuted: true);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Cancelled, result.Outcome);
        CollectionAssert.AreEqual(new[] { "EAS7006", "EAS6308" }, Errors(result));
        Assert.AreEqual("unknown", result.Status);
    }

    [TestMethod]
    public async Task During_the_wait_the_deployment_goes_on_and_the_last_status_is_said()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Creating"), Is("Waiting"), Is("Running"));
        run.CancelAt("DescribeService qwen_chat", occurrence: 4);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Cancelled, result.Outcome);
        Assert.AreEqual("Waiting", result.Status);
        Diagnostic said = Assert.ContainsSingle(finding => finding.Code == "EAS6303", result.Diagnostics);
        Assert.AreEqual(
            "the wait for service 'qwen_chat' was cancelled while it was Waiting; the deployment itself goes on in the cloud. Go on waiting with 'dotnet build -t:EasResume'.",
            said.Message);
        Assert.AreEqual(0, run.Cloud.CountOf("DeleteService qwen_chat"));
    }

    [TestMethod]
    public async Task Between_the_deletion_and_the_creation_the_gap_is_said()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Is("Deleting"), Is("Deleting"), Absent);
        run.CancelAt("DescribeService qwen_chat", occurrence: 3);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Cancelled, result.Outcome);
        CollectionAssert.AreEqual(new[] { "EAS6306" }, Errors(result));
        Assert.AreEqual(
            "the old service 'qwen_chat' is being deleted, and the new one was not created. Run the command again at once, "
            + "or bring the old one back with 'dotnet build -t:EasRollback': until then nothing answers under this name. Its backup is in /state.",
            result.Diagnostics[^1].Message);
        Assert.AreEqual(0, run.Cloud.CountOf("CreateService qwen_chat"));
    }

    [TestMethod]
    public async Task Writes_are_never_cancelled_half_way()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Absent, Is("Running"));

        await run.RunAsync();

        Assert.HasCount(4, run.Cloud.WriteTokens, "lease, deletion, creation, end of the lease");
        Assert.DoesNotContain(token => token.CanBeCanceled, run.Cloud.WriteTokens);
    }

    [TestMethod]
    public async Task A_cancelled_run_says_nothing_about_services_whose_turn_had_not_come()
    {
        using Deployment run = new() { MaxParallel = 1 };
        run.Cloud.Describes("first", Absent, Is("Waiting", "first")).Describes("second", Absent);
        run.CancelAt("DescribeService first", occurrence: 3);

        var results = await run.RunAllAsync(Named("first"), Named("second"));

        CollectionAssert.AreEqual(
            new[] { "first EAS6303", "second EAS6307" }, results.Select(result => $"{result.ServiceName} {Errors(result).Single()}").ToArray());
        Assert.DoesNotContain(call => call.EndsWith(" second", StringComparison.Ordinal), run.Cloud.Calls);
    }

    private static Items.ServiceItem Named(string name) => SampleServices.Qwen() with { Name = name };

    private static string[] Errors(DeploymentResult result) =>
        [.. result.Diagnostics.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code)];
}
