using System.Collections.Immutable;
using EasDeploy.Core.Tests.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Items;
using static EasDeploy.Core.Tests.Execution.ScriptedCloud;

namespace EasDeploy.Core.Tests.Execution;

[TestClass]
public sealed class SeveralServicesTests
{
    [TestMethod]
    public async Task One_failure_does_not_stop_the_others_and_results_keep_the_order_given()
    {
        using Deployment run = new();
        run.Cloud.Describes("alpha", Absent, Is("Waiting", "alpha"), Is("Waiting", "alpha"), Is("Running", "alpha"))
            .Describes("beta", Absent)
            .Describes("gamma", Absent, Is("Failed", "gamma"))
            .Describes("delta", Absent, Is("Running", "delta"));
        run.Cloud.OnCreate = name => name == "beta" ? throw Fault(CloudDiagnostics.Refused) : Task.CompletedTask;

        var results = await run.RunAllAsync(Named("alpha"), Named("beta"), Named("gamma"), Named("delta"));

        CollectionAssert.AreEqual(
            new[] { "alpha Running", "beta NotDeployed", "gamma Failed", "delta Running" },
            results.Select(result => $"{result.ServiceName} {result.Outcome}").ToArray());
        CollectionAssert.AreEquivalent(results, run.Ended);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    public async Task No_more_services_than_allowed_are_deployed_side_by_side(int limit)
    {
        using Deployment run = new() { MaxParallel = limit };
        (int now, int most) = (0, 0);
        TaskCompletionSource full = new();
        string[] names = [.. Enumerable.Range(1, 7).Select(number => $"service_{number}")];
        foreach (string name in names)
        {
            run.Cloud.Describes(name, Absent, Is("Running", name));
        }

        // Holds the first ones back until as many as allowed are inside together.
        run.Cloud.OnCreate = async _ =>
        {
            int inside = Interlocked.Increment(ref now);
            most = Math.Max(most, inside);
            if (inside == limit)
            {
                full.TrySetResult();
            }

            await full.Task;
            Interlocked.Decrement(ref now);
        };

        var results = await run.RunAllAsync([.. names.Select(Named)]);

        Assert.HasCount(7, results);
        Assert.IsTrue(results.All(result => result.IsSuccess));
        Assert.AreEqual(limit, most);
    }

    [TestMethod]
    public async Task The_catalog_is_queried_once_for_all()
    {
        using Deployment run = new();
        run.Cloud.Describes("alpha", Absent, Is("Running", "alpha")).Describes("beta", Absent, Is("Running", "beta"));

        await run.RunAllAsync(Named("alpha"), Named("beta"));

        Assert.AreEqual(1, run.Cloud.CountOf("ListImages"));
        Assert.AreEqual(1, run.Cloud.CountOf("GetImage"));
    }

    [TestMethod]
    public async Task A_refused_catalog_is_reported_once_and_no_service_is_touched()
    {
        using Deployment run = new();
        run.Cloud.OnQuery = _ => throw Fault(CloudDiagnostics.NoPermission);

        var results = await run.RunAllAsync(Named("alpha"), Named("beta"), Named("gamma"));

        Assert.HasCount(3, results);
        Assert.IsTrue(results.All(result => result.Outcome == DeploymentOutcome.NotDeployed));
        CollectionAssert.AreEqual(new[] { "EAS7101", "EAS6305", "EAS6305", "EAS6305" }, run.Findings.Select(finding => finding.Code).ToArray());
        Assert.IsTrue(results.All(result => result.Diagnostics[0].Code == "EAS7101"), "each record says why");
        Assert.DoesNotContain(call => call.Contains("Service", StringComparison.Ordinal), run.Cloud.Calls);
    }

    [TestMethod]
    public async Task Nothing_to_deploy_asks_nothing()
    {
        using Deployment run = new();

        Assert.HasCount(0, await run.RunAllAsync());
        Assert.HasCount(0, run.Cloud.Calls);
    }

    private static ServiceItem Named(string name) => SampleServices.Qwen() with { Name = name };

    [TestMethod]
    public async Task A_service_is_created_after_those_it_depends_on_are_Running()
    {
        using Deployment deployment = new();
        deployment.Cloud
            .Describes("router", ScriptedCloud.Absent, ScriptedCloud.Is("Running", "router"))
            .Describes("encoder", ScriptedCloud.Absent, ScriptedCloud.Is("Creating", "encoder"), ScriptedCloud.Is("Running", "encoder"));
        ImmutableArray<DeploymentResult> results = await deployment.RunAllAsync(
            SampleServices.Item("router", [.. Values, ("DependsOn", "encoder")]), SampleServices.Item("encoder", Values));

        Assert.IsTrue(results.All(result => result.Outcome == DeploymentOutcome.Running), deployment.Everything);
        string[] order = [.. deployment.Cloud.Calls.Where(call => call.StartsWith("CreateService", StringComparison.Ordinal))];
        Assert.AreEqual("CreateService encoder CreateService router", string.Join(' ', order));
    }

    [TestMethod]
    public async Task A_service_is_not_created_when_one_it_depends_on_does_not_run()
    {
        using Deployment deployment = new();
        deployment.Cloud.Describes("encoder", ScriptedCloud.Absent, ScriptedCloud.Is("Failed", "encoder"));
        ImmutableArray<DeploymentResult> results = await deployment.RunAllAsync(
            SampleServices.Item("router", [.. Values, ("DependsOn", "encoder")]), SampleServices.Item("encoder", Values));

        Assert.AreEqual(DeploymentOutcome.NotDeployed, results[0].Outcome);
        StringAssert.Contains(Assert.ContainsSingle(results[0].Diagnostics).Message, "service 'encoder', which it depends on, was not deployed or does not run");
        Assert.DoesNotContain("CreateService router", deployment.Cloud.Calls);
    }

    [TestMethod]
    public async Task A_circle_starts_nothing_and_ends()
    {
        using Deployment deployment = new();
        ImmutableArray<DeploymentResult> results = await deployment.RunAllAsync(
            SampleServices.Item("a_service", [.. Values, ("DependsOn", "b_service")]), SampleServices.Item("b_service", [.. Values, ("DependsOn", "a_service")]));

        Assert.IsTrue(results.All(result => result.Outcome == DeploymentOutcome.NotDeployed));
        Assert.IsEmpty(deployment.Cloud.Calls);
    }

    private static (string, string)[] Values { get; } =
        [("Image", "vllm:0.14.0-gpu"), ("InstanceType", SampleServices.GpuType), ("Model", SampleServices.Model)];
}
