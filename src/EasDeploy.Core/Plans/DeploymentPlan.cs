using System.Collections.Immutable;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Specs;

namespace EasDeploy.Plans;

/// <summary>What will happen to one service. Made only by <see cref="DeploymentPlanner"/>.</summary>
public sealed record DeploymentPlan
{
    internal DeploymentPlan(
        ServiceConfig config, LiveService? existing, ImmutableArray<ConfigChange> changes, ImmutableArray<PlanStep> steps, Diagnostic? refusal)
    {
        Config = config;
        Existing = existing;
        Changes = changes;
        Steps = steps;
        Refusal = refusal;
    }

    public ServiceConfig Config { get; }

    /// <summary>The service that has the name now; null = the name is free.</summary>
    public LiveService? Existing { get; }

    /// <summary>What differs from the live service; empty when there is none, or nothing differs.</summary>
    public ImmutableArray<ConfigChange> Changes { get; }

    /// <summary>In order; empty when refused, or when nothing is to be done.</summary>
    public ImmutableArray<PlanStep> Steps { get; }

    /// <summary>Why nothing will be done; null = the steps will be.</summary>
    public Diagnostic? Refusal { get; }

    /// <summary>True when the live service is what is wanted and the policy leaves it alone.</summary>
    public bool IsEmpty => Refusal is null && Steps.IsEmpty;

    public OnExisting Policy => Config.Service.Spec.Policy.OnExisting;

    internal bool Does(PlanAction action) => Steps.Any(step => step.Action == action);
}
