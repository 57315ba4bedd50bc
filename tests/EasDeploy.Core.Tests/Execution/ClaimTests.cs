using System.Collections.Immutable;
using EasDeploy.Core.Tests.Configs;
using EasDeploy.Execution;
using EasDeploy.Plans;
using EasDeploy.Specs;
using static EasDeploy.Core.Tests.Execution.ScriptedCloud;

namespace EasDeploy.Core.Tests.Execution;

/// <summary>One service has one deployer at a time.</summary>
[TestClass]
public sealed class ClaimTests
{
    private const string OtherRun = "ffffffffffffffffffffffffffffffff";

    [TestMethod]
    [DataRow("20261122T230000Z.20261122T213000Z." + OtherRun + ".bob-laptop", true)]
    [DataRow("20261122T215959Z.20261122T213000Z." + OtherRun + ".bob-laptop", false)]
    [DataRow("20261122T230000Z.20261122T213000Z.0123456789abcdef0123456789abcdef.alice-runner-7", false)]
    [DataRow("no lease at all", false)]
    public async Task A_lease_of_somebody_else_stops_the_deployment_until_it_ends(string lease, bool isStopped)
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", () => Leased(lease), Absent, Is("Running"));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(isStopped ? DeploymentOutcome.NotDeployed : DeploymentOutcome.Running, result.Outcome);
        if (isStopped)
        {
            Assert.Contains("is being deployed by bob-laptop, run " + OtherRun + " since 2026-11-22T21:30:00Z", result.Diagnostics[^1].Message);
            Assert.AreEqual("EAS6104", result.Diagnostics[^1].Code);
            Assert.HasCount(0, run.Cloud.WriteTokens);
        }
    }

    [TestMethod]
    public async Task Of_two_processes_of_one_machine_the_second_stops_at_once()
    {
        MemoryState state = new();
        using IDisposable? first = state.TryLock("qwen_chat", "bob@laptop, run 1, since 2026-11-22T21:30:00Z", out _);
        using Deployment run = new() { State = state };
        run.Cloud.Describes("qwen_chat", Absent, Is("Running"));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(
            "service 'qwen_chat' is being deployed by bob@laptop, run 1 since 2026-11-22T21:30:00Z. Wait until it has ended, or end it, and run the command again.",
            result.Diagnostics[^1].Message);
        Assert.HasCount(0, run.Cloud.WriteTokens);
    }

    [TestMethod]
    public async Task The_lease_stands_on_the_service_before_it_is_deleted_and_the_labels_say_whose_the_new_one_is()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Absent, Is("Running"));

        await run.RunAsync();

        Assert.Contains(
            "qwen_chat easdeploy.lease=20261122T222500Z.20261122T220000Z.0123456789abcdef0123456789abcdef.alice-runner-7", run.Cloud.Labels);
        List<string> calls = [.. run.Cloud.Calls];
        Assert.IsLessThan(calls.IndexOf("DeleteService qwen_chat"), calls.IndexOf("UpdateServiceLabel qwen_chat"));
        Assert.Contains("qwen_chat easdeploy.project=App", run.Cloud.Labels);
        Assert.AreEqual("DeleteServiceLabel qwen_chat", run.Cloud.Calls[^1]);
    }

    [TestMethod]
    public async Task A_saved_plan_is_applied_only_while_it_holds()
    {
        using Deployment planning = new() { Policy = DeploymentPolicy.Default with { OnExisting = OnExisting.Update } };
        PlanDocument plan = PlanDocument.Of(DeploymentPlanner.Plan(
            SampleServices.Config(SampleServices.Qwen(), planning.Policy), Live("Running", "qwen_chat")), "cn-hangzhou");
        foreach ((int latest, bool holds) in new[] { (1, true), (2, false) })
        {
            using Deployment run = new() { Policy = planning.Policy, Plans = ImmutableDictionary<string, PlanDocument>.Empty.Add("qwen_chat", plan) };
            run.Cloud.Describes("qwen_chat", () => Live("Running", "qwen_chat") with { LatestVersion = latest }, () => Live("Running", "qwen_chat") with { LatestVersion = 3, CurrentVersion = 3 });

            DeploymentResult result = await run.RunAsync();

            Assert.AreEqual(holds ? DeploymentOutcome.Running : DeploymentOutcome.NotDeployed, result.Outcome, string.Join('\n', result.Diagnostics));
            Assert.AreEqual(holds ? 1 : 0, run.Cloud.CountOf("UpdateService qwen_chat"));
            Assert.AreEqual(!holds, result.Diagnostics.Any(finding => finding.Code == "EAS6105"));
        }
    }

    [TestMethod]
    public void A_service_that_was_changed_within_its_version_is_said_to_be_so()
    {
        DeploymentPlan plan = DeploymentPlanner.Plan(
            SampleServices.Config(SampleServices.Qwen(), DeploymentPolicy.Default with { OnExisting = OnExisting.Update }), Live("Running", "qwen_chat"));
        PlanDocument saved = PlanDocument.Of(plan, "cn-hangzhou");

        Assert.IsNotNull(saved.Live);
        Assert.AreEqual(
            "the live service was changed since, within the same version", (saved with { Live = saved.Live with { Hash = "another" } }).WhatMoved(plan, "cn-hangzhou"));
    }

    [TestMethod]
    public async Task A_disk_that_takes_no_journal_lets_nothing_be_sent()
    {
        using Deployment run = new();
        run.State.OnWrite = (_, _) => throw new DeploymentStateException("No space left on device");
        run.Cloud.Describes("qwen_chat", Is("Running"));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual("EAS6330", result.Diagnostics[^1].Code);
        Assert.HasCount(0, run.Cloud.WriteTokens);
    }

    [TestMethod]
    public async Task A_disk_that_fills_up_after_the_deletion_does_not_keep_the_new_service_from_being_created()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Absent, Is("Running"));
        run.Cloud.OnDelete = _ =>
        {
            run.State.OnWrite = (_, _) => throw new DeploymentStateException("No space left on device");
            return Task.CompletedTask;
        };

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome);
        Assert.ContainsSingle(finding => finding.Code == "EAS6336", result.Diagnostics);
    }

    [TestMethod]
    public async Task A_journal_of_another_region_is_refused()
    {
        MemoryState state = new();
        using (Deployment killed = new() { State = state })
        {
            killed.Cloud.Describes("qwen_chat", Is("Running"), Is("Deleting"));
            killed.CancelAt("DescribeService qwen_chat", occurrence: 3);
            Assert.AreEqual(DeploymentOutcome.Cancelled, (await killed.RunAsync()).Outcome);
        }

        string journal = state.Text(StateFile.Journal).Replace("cn-hangzhou", "cn-beijing", StringComparison.Ordinal);
        state.Write(StateFile.Journal, "qwen_chat", System.Text.Encoding.UTF8.GetBytes(journal));
        using Deployment run = new() { State = state };
        run.Cloud.Describes("qwen_chat", Absent);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual("EAS6106", result.Diagnostics[^1].Code);
        Assert.Contains("belongs to region cn-beijing", result.Diagnostics[^1].Message);
    }

    private static LiveService Leased(string lease) => Live("Running", "qwen_chat") with
    {
        Labels = ImmutableDictionary<string, string>.Empty.Add("easdeploy.lease", lease),
    };
}
