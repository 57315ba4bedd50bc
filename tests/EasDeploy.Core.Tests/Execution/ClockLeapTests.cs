using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Specs;
using static EasDeploy.Core.Tests.Execution.ScriptedCloud;

namespace EasDeploy.Core.Tests.Execution;

/// <summary>The wall clock is set by an hour while a run goes on: every wait counts timestamps, and only people and leases read the wall.</summary>
[TestClass]
public sealed class ClockLeapTests
{
    private const string Describe = "DescribeService qwen_chat";

    [TestMethod]
    [DataRow(-1)]
    [DataRow(1)]
    public async Task A_leap_neither_ends_nor_lengthens_the_wait(int hours)
    {
        using Deployment still = Waiting();
        using Deployment leaping = Waiting();
        LeapAt(leaping, Describe, occurrence: 8, hours);

        DeploymentResult[] results = [await still.RunAsync(), await leaping.RunAsync()];

        foreach (DeploymentResult result in results)
        {
            Assert.AreEqual(DeploymentOutcome.TimedOut, result.Outcome);
            Assert.AreEqual(180, result.Seconds);
        }

        Assert.AreEqual(TimeSpan.FromHours(hours), leaping.Clock.Leap, "the clock must have leapt");
        CollectionAssert.AreEqual(still.Cloud.TimesOf(Describe).ToArray(), leaping.Cloud.TimesOf(Describe).ToArray(), "polls keep their pace");
        CollectionAssert.AreEqual(still.StatusLines.ToArray(), leaping.StatusLines.ToArray(), "and the lines say the time waited");
        Assert.Contains("⏳ Status: Waiting (150s/180s)", leaping.StatusLines);
    }

    [TestMethod]
    [DataRow(-1)]
    [DataRow(1)]
    public async Task A_leap_while_the_old_service_goes_away_and_while_the_gateway_is_asked_changes_nothing(int hours)
    {
        foreach (int occurrence in new[] { 2, 6 })
        {
            using Deployment run = new();
            run.Cloud.Describes("qwen_chat", Is("Running"), Is("Deleting"), Is("Deleting"), Absent, Is("Waiting"), Is("Running"));
            run.Probe.OnSend = (_, number) => ScriptedProbe.Answer(number < 4 ? 503 : 200);
            LeapAt(run, Describe, occurrence, hours);

            DeploymentResult result = await run.RunAsync();

            Assert.AreEqual(DeploymentOutcome.Running, result.Outcome, string.Join('\n', result.Diagnostics));
            Assert.HasCount(4, run.Probe.Times);
            Assert.IsLessThan(30, result.Seconds);
        }
    }

    [TestMethod]
    [DataRow(-1)]
    [DataRow(1)]
    public async Task A_sign_that_must_last_lasts_as_long_as_before(int hours)
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Waiting"));
        run.Cloud.OnEvents = _ => [new ServiceEvent("Warning", "FailedMount", "MountVolume.SetUp failed", null)];
        LeapAt(run, Describe, occurrence: 8, hours);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.FailedEarly, result.Outcome);
        Assert.IsInRange(150, 156, result.Seconds, "FailedMount decides after 150 s");
    }

    [TestMethod]
    [DataRow(-1)]
    [DataRow(1)]
    public async Task A_run_knows_its_own_lease_whatever_the_wall_clock_says(int hours)
    {
        using Deployment run = new();
        ImmutableDictionary<string, string> labels = ImmutableDictionary<string, string>.Empty;
        run.Cloud.Describes("qwen_chat", Is("Running"), Absent, Is("Running"));
        run.Cloud.OnList = name => [Live("Running", name) with { Labels = labels }];
        run.Cloud.OnCall = call =>
        {
            if (call == "UpdateServiceLabel qwen_chat")
            {
                string lease = run.Cloud.Labels.Single(label => label.Contains("easdeploy.lease=", StringComparison.Ordinal)).Split('=')[1];
                labels = labels.Add("easdeploy.lease", lease);
                run.Clock.Leap = TimeSpan.FromHours(hours);
            }
        };

        DeploymentResult result = await run.RunAsync();

        Assert.HasCount(1, labels);
        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome, string.Join('\n', result.Diagnostics));
    }

    /// <summary>What a wrong clock costs, as docs/reference/deployment.md says: ahead, a foreign lease seems over; behind, it lasts longer.</summary>
    [TestMethod]
    [DataRow(1, false)]
    [DataRow(-1, true)]
    public async Task A_foreign_lease_is_read_by_the_wall_clock(int hours, bool isStopped)
    {
        using Deployment run = new();
        run.Clock.Leap = TimeSpan.FromHours(hours);
        LiveService leased = Live("Running", "qwen_chat") with
        {
            Labels = ImmutableDictionary<string, string>.Empty.Add(
                "easdeploy.lease", "20261122T222500Z.20261122T220000Z.ffffffffffffffffffffffffffffffff.bob-laptop"),
        };
        run.Cloud.Describes("qwen_chat", () => leased, Absent, Is("Running"));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(isStopped, result.Diagnostics.Any(finding => finding.Code == "EAS6104"), string.Join('\n', result.Diagnostics));
        Assert.AreEqual(isStopped ? DeploymentOutcome.NotDeployed : DeploymentOutcome.Running, result.Outcome);
    }

    private static Deployment Waiting()
    {
        Deployment run = new() { Policy = DeploymentPolicy.Default with { WaitTimeout = TimeSpan.FromSeconds(180) } };
        run.Cloud.Describes("qwen_chat", Absent, Is("Waiting"));
        return run;
    }

    private static void LeapAt(Deployment run, string call, int occurrence, int hours)
    {
        int seen = 0;
        run.Cloud.OnCall = made =>
        {
            if (made == call && ++seen == occurrence)
            {
                run.Clock.Leap = TimeSpan.FromHours(hours);
            }
        };
    }
}
