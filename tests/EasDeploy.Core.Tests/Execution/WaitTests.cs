using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Testing;
using static EasDeploy.Core.Tests.Execution.ScriptedCloud;

namespace EasDeploy.Core.Tests.Execution;

[TestClass]
public sealed class WaitTests
{
    private const string Describe = "DescribeService qwen_chat";

    [TestMethod]
    public async Task Polls_come_after_one_then_two_and_then_every_three_seconds()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", [Absent, .. Repeat(Is("Waiting"), 6), Is("Running")]);

        await run.RunAsync();

        int[] seconds = [.. run.Cloud.TimesOf(Describe).Skip(1).Select(at => (int)at.TotalSeconds)];
        CollectionAssert.AreEqual(new[] { 0, 1, 2, 4, 6, 9, 12, 12 }, seconds, "the last one looks whether it still runs after it has answered");
    }

    [TestMethod]
    public async Task After_a_change_the_polls_come_quicker_for_a_while()
    {
        using Deployment run = new() { Policy = Specs.DeploymentPolicy.Default with { Verify = Specs.VerifyLevel.None } };
        run.Cloud.Describes("qwen_chat", [Absent, .. Repeat(Is("Creating"), 4), .. Repeat(Is("Waiting"), 3), Is("Running")]);

        await run.RunAsync();

        int[] seconds = [.. run.Cloud.TimesOf(Describe).Skip(1).Select(at => (int)at.TotalSeconds)];
        CollectionAssert.AreEqual(new[] { 0, 1, 2, 4, 6, 7, 8, 10 }, seconds);
    }

    [TestMethod]
    public async Task A_service_that_changes_with_every_look_does_not_cost_more_calls_than_ruled()
    {
        using Deployment run = new();
        int look = 0;
        run.Cloud.Describes("qwen_chat", Absent, () => Live(++look % 2 == 0 ? "Creating" : "Waiting", "qwen_chat"));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.TimedOut, result.Outcome);
        Assert.IsInRange(201, 240, run.Cloud.CountOf(Describe) - 1);
    }

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(0.5)]
    [DataRow(0.999)]
    public async Task Ten_minutes_cost_at_most_240_status_calls(double jitter)
    {
        using Deployment run = new() { Jitter = jitter };
        run.Cloud.Describes("qwen_chat", Absent, Is("Waiting"));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.TimedOut, result.Outcome);
        int calls = run.Cloud.CountOf(Describe) - 1;
        Assert.IsInRange(160, 240, calls);
    }

    [TestMethod]
    public async Task A_status_is_said_when_it_changes_and_every_thirty_seconds()
    {
        using Deployment run = new() { Policy = Specs.DeploymentPolicy.Default with { WaitTimeout = TimeSpan.FromSeconds(100) } };
        run.Cloud.Describes("qwen_chat", Absent, Absent, Is("Creating"), Is("Creating"), Is("Waiting"));

        await run.RunAsync();

        CollectionAssert.AreEqual(
            new[]
            {
                "⏳ Status: not visible yet (0s/100s)",
                "⏳ Status: Creating (1s/100s)",
                "⏳ Status: Waiting (3s/100s)",
                "⏳ Status: Waiting (33s/100s)",
                "⏳ Status: Waiting (63s/100s)",
                "⏳ Status: Waiting (93s/100s)",
            },
            run.StatusLines.ToArray());
    }

    [TestMethod]
    public async Task The_limit_is_its_own_outcome_and_never_success()
    {
        using Deployment run = new() { Policy = Specs.DeploymentPolicy.Default with { WaitTimeout = TimeSpan.FromSeconds(180) } };
        run.Cloud.Describes("qwen_chat", Absent, Is("Waiting"));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.TimedOut, result.Outcome);
        Assert.IsFalse(result.IsSuccess);
        Assert.AreEqual(180, result.Seconds);
        Assert.AreEqual(
            "service 'qwen_chat' is Waiting after 180 s, the limit of the wait; the deployment itself goes on in the cloud. "
            + "Look again with 'dotnet build -t:EasStatus', or raise EasWaitTimeout.",
            Single(result, "EAS6301").Message);
        Assert.DoesNotContain(line => line.Contains("Service ready", StringComparison.Ordinal), run.Texts);
    }

    [TestMethod]
    public async Task Without_a_limit_of_the_author_the_wait_lasts_ten_minutes()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Waiting"));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(600, result.Seconds);
    }

    [TestMethod]
    public async Task A_failure_shows_the_newest_three_events_and_the_rows_they_point_to()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Failed"));
        run.Cloud.OnEvents = _ =>
        [
            Event("Normal", "Scheduled", "the oldest", 1),
            Event("Warning", "Failed", "Error: ImagePullBackOff\n  of worker0", 4),
            Event("Normal", "Created", "second", 2),
            Event("Warning", "Unhealthy", "not reached", 3),
            new ServiceEvent("Normal", "Untimed", "no time", null),
        ];

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Failed, result.Outcome);
        Assert.AreEqual("❌ Service startup failed", run.StatusLines[^1]);
        Golden.Check(
            string.Join("\n", run.Texts.Skip(run.Texts.Count - 2)) + "\n" + Single(result, "EAS6302").Message + "\n", "Expected/failed.txt");
    }

    [TestMethod]
    [DataRow("ImagePullBackOff", "Check image address and permissions.")]
    [DataRow("CrashLoopBackOff", "Check startup command and model path.")]
    [DataRow("Instance crashed", "Image chip type must match instance type (GPU image → GPU instance).")]
    [DataRow("InsufficientResources", "Choose different instance type or resource group.")]
    [DataRow("ModelNotFound", "Check OSS mount path.")]
    [DataRow("CrashLoopBackOff after OOMKilled", "Choose an instance type with more memory.")]
    public async Task A_known_failure_ends_with_the_workflows_advice(string sign, string advice)
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Failed"));
        run.Cloud.OnEvents = _ => [Event("Warning", "Failed", sign, 1)];

        DeploymentResult result = await run.RunAsync();

        Assert.EndsWith(advice, Single(result, "EAS6302").Message);
    }

    [TestMethod]
    public async Task A_failure_whose_events_cannot_be_read_is_still_a_failure()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, () => Live("Failed", "qwen_chat") with { Message = "no quota left." });
        run.Cloud.OnEvents = _ => throw Fault(CloudDiagnostics.NoPermission);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Failed, result.Outcome);
        Assert.StartsWith("service 'qwen_chat' ended as Failed: no quota left. ", Single(result, "EAS6302").Message);
        Assert.Contains(text => text.StartsWith("The events could not be read", StringComparison.Ordinal), run.Texts);
    }

    [TestMethod]
    public async Task A_stopped_service_is_a_failure_that_says_so()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Waiting"), Is("Stopped"));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Failed, result.Outcome);
        Assert.Contains("ended as Stopped: somebody stopped it", Single(result, "EAS6302").Message);
        Assert.AreEqual("❌ Service is Stopped", run.StatusLines[^1]);
    }

    [TestMethod]
    public async Task A_service_that_vanishes_during_the_wait_ends_it()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Waiting"), Absent);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Failed, result.Outcome);
        Assert.AreEqual("gone", result.Status);
        Assert.Contains("somebody deleted it while it started", Single(result, "EAS6302").Message);
        Assert.IsLessThan(30, result.Seconds);
    }

    [TestMethod]
    public async Task One_look_that_misses_the_service_ends_nothing()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Waiting"), Absent, Is("Waiting"), Is("Running"));

        Assert.AreEqual(DeploymentOutcome.Running, (await run.RunAsync()).Outcome);
    }

    [TestMethod]
    public async Task Two_looks_that_miss_the_service_end_nothing_while_the_list_still_shows_it()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Waiting"), Absent, Absent, Is("Waiting"), Is("Running"));
        run.Cloud.OnList = name => [Live("Waiting", name)];

        Assert.AreEqual(DeploymentOutcome.Running, (await run.RunAsync()).Outcome);
    }

    [TestMethod]
    public async Task A_list_that_cannot_be_read_is_no_witness()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Waiting"), Absent, Absent, Is("Waiting"), Is("Running"));
        run.Cloud.OnList = _ => run.Cloud.CountOf("CreateService qwen_chat") == 0 ? [] : throw Fault(CloudDiagnostics.NoPermission);

        Assert.AreEqual(DeploymentOutcome.Running, (await run.RunAsync()).Outcome);
    }

    [TestMethod]
    public async Task A_service_that_is_visible_late_is_waited_for()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", [Absent, .. Repeat(Absent, 8), Is("Creating"), Is("Running")]);

        Assert.AreEqual(DeploymentOutcome.Running, (await run.RunAsync()).Outcome);
    }

    public static IEnumerable<object[]> Passing =>
    [
        [CloudDiagnostics.Throttled], [CloudDiagnostics.ServerFault], [CloudDiagnostics.ConnectionBroke], [CloudDiagnostics.NoAnswerInTime],
        [CloudDiagnostics.ConnectionRefused], [CloudDiagnostics.HostNotFound],
    ];

    [TestMethod]
    [DynamicData(nameof(Passing))]
    public async Task What_passes_by_itself_is_survived_and_said_once(DiagnosticDescriptor trouble)
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", [Absent, Is("Waiting"), .. Repeat(Throws(Fault(trouble)), 5), Is("Waiting"), Is("Running")]);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome);
        Assert.ContainsSingle(text => text.Contains(trouble.Code, StringComparison.Ordinal), run.Texts);
        Assert.Contains($"⏳ Status: Waiting (1s/600s), asking again: {trouble.Title} ({trouble.Code})", run.Texts);
        Assert.DoesNotContain(finding => finding.Severity == Severity.Error, result.Diagnostics);
    }

    [TestMethod]
    public async Task A_refused_status_is_neither_success_nor_not_created()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Waiting"), Throws(Fault(CloudDiagnostics.NoPermission)));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.TimedOut, result.Outcome);
        Assert.AreEqual("Waiting", result.Status);
        Assert.AreEqual("EAS7101", result.Diagnostics[^2].Code);
        Assert.AreEqual(
            "service 'qwen_chat' was created, but its status cannot be read, so it is not known whether it runs; "
            + "the deployment itself goes on in the cloud. Correct the error above and look again with 'dotnet build -t:EasStatus'.",
            Single(result, "EAS6309").Message);
        Assert.DoesNotContain(text => text.Contains("(not created)", StringComparison.Ordinal), run.Texts);
    }

    [TestMethod]
    public async Task A_limit_reached_in_an_outage_names_the_last_status_seen()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Waiting"), Throws(Fault(CloudDiagnostics.ConnectionBroke)));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.TimedOut, result.Outcome);
        Assert.Contains("is Waiting after 600 s", Single(result, "EAS6301").Message);
        Assert.IsInRange(2, 25, run.StatusLines.Count);
    }

    private static Func<LiveService?>[] Repeat(Func<LiveService?> answer, int times) => [.. Enumerable.Repeat(answer, times)];

    private static ServiceEvent Event(string type, string reason, string message, int minute) =>
        new(type, reason, message, new DateTimeOffset(2026, 11, 22, 21, minute, 0, TimeSpan.Zero));

    private static Diagnostic Single(DeploymentResult result, string code) => Assert.ContainsSingle(finding => finding.Code == code, result.Diagnostics);
}
