using System.Collections.Immutable;
using EasDeploy.Configs;
using EasDeploy.Core.Tests.Configs;
using EasDeploy.Core.Tests.Execution;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Items;
using EasDeploy.Plans;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;

namespace EasDeploy.Core.Tests.Plans;

/// <summary>What holds for the plan of every service, tried on many.</summary>
[TestClass]
public sealed class PlanPropertyTests
{
    private const int Seed = 20261123;
    private const int Count = 10_000;

    private static readonly DeploymentPolicy s_update = DeploymentPolicy.Default with { OnExisting = OnExisting.Update };

    private static readonly (string Metadata, string Value, string Pointer)[] s_mutations =
    [
        ("Model", "oss://yqtest-model/third/", "/storage/0/oss/path"),
        ("Script", "serve --other", "/containers/0/script"),
        ("TerminationGracePeriod", "77", "/runtime/termination_grace_period"),
        ("MaxSurge", "3", "/metadata/rolling_strategy/max_surge"),
        ("Replicas", "5", "/metadata/instance"),
        ("AutoscaleMax", "17", "/autoscaler/max"),
    ];

    [TestMethod]
    public void After_ten_thousand_services_were_applied_no_plan_finds_a_difference()
    {
        int tried = 0;
        foreach (ServiceItem item in GeneratedServices.Draw(Seed, Count + (Count / 2)))
        {
            if (Config(item) is { } config && tried < Count)
            {
                tried++;
                DeploymentPlan plan = DeploymentPlanner.Plan(config, Applied(config), Read);
                Assert.IsEmpty(plan.Changes, $"{config.Text}\n{string.Join('\n', plan.Changes.Select(PlanText.Line))}");
                Assert.IsTrue(plan.IsEmpty);
            }
        }

        Assert.AreEqual(Count, tried);
    }

    [TestMethod]
    public void A_mutation_of_one_field_is_found_as_exactly_that_field()
    {
        Dictionary<string, int> found = [];
        foreach (ServiceItem item in GeneratedServices.Draw(Seed, 600))
        {
            if (Config(item) is not { } before)
            {
                continue;
            }

            foreach ((string metadata, string value, string pointer) in s_mutations)
            {
                if (item.Find(metadata) is null || (metadata == "Replicas" && item.Find("AutoscaleMax") is not null) || Config(Mutated(item, metadata, value)) is not { } after)
                {
                    continue;
                }

                ImmutableArray<ConfigChange> changes = DeploymentPlanner.Plan(after, Applied(before), Read).Changes;
                Assert.AreEqual(pointer, string.Join(' ', changes.Select(change => change.Pointer)), metadata);
                found[metadata] = found.GetValueOrDefault(metadata) + 1;
            }
        }

        Assert.AreEqual(s_mutations.Length, found.Count, string.Join(' ', found.Keys));
    }

    [TestMethod]
    public void A_plan_survives_its_JSON_form()
    {
        foreach (ServiceItem item in GeneratedServices.Draw(Seed, 200))
        {
            if (Config(item) is { } config)
            {
                DeploymentPlan plan = DeploymentPlanner.Plan(config, Applied(config) with { Status = "Failed" }, Read);
                byte[] written = PlanDocument.Write(PlanDocument.Of(plan, "cn-hangzhou"));
                PlanDocument? read = PlanDocument.Read(written);
                Assert.IsNotNull(read);
                CollectionAssert.AreEqual(written, PlanDocument.Write(read));
                Assert.IsNull(read.WhatMoved(plan, "cn-hangzhou"));
            }
        }
    }

    private static ServiceItem Mutated(ServiceItem item, string metadata, string value) => ServiceItem.Create(
        item.Name, item.Location, item.Metadata.Where(pair => pair.Key != metadata).Append(KeyValuePair.Create(metadata, new ItemValue(value, item.Location)))) with
    {
        ScaleRules = item.ScaleRules,
        NlbListeners = item.NlbListeners,
        Environment = item.Environment,
        Storage = item.Storage,
    };

    private static LiveService Applied(ServiceConfig config) => ScriptedCloud.Live("Running", config.Name) with
    {
        ServiceConfig = ServerForm.Of(System.Text.Encoding.UTF8.GetString(config.BodyToSend(new Secret(ScriptedCloud.Token), Read).Span)),
    };

    private static Secret Read(string variable) => new($"user:{variable}-secret");

    private static ServiceConfig? Config(ServiceItem item) =>
        RuleSet.Check(ServiceResolver.Resolve(SampleServices.Spec(item, s_update), SampleServices.Catalog, CheckPurpose.Build)).Valid is { } valid
            ? ServiceConfig.From(valid)
            : null;
}
