using System.Collections.Immutable;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Plans;

/// <summary>One remote step.</summary>
public enum PlanStep
{
    /// <summary>Delete the service that has the name.</summary>
    DeleteService,

    /// <summary>Wait until DescribeService knows the name no more.</summary>
    WaitUntilGone,

    /// <summary>Query the catalogs and check again, as the workflow demands before a second creation.</summary>
    CheckAgain,

    CreateService,
    WaitUntilRunning,
}

/// <summary>What will happen to one service. Made only by <see cref="DeploymentPlanner"/>.</summary>
public sealed record DeploymentPlan
{
    internal DeploymentPlan(ServiceConfig config, LiveService? existing, ImmutableArray<PlanStep> steps, Diagnostic? refusal)
    {
        Config = config;
        Existing = existing;
        Steps = steps;
        Refusal = refusal;
    }

    public ServiceConfig Config { get; }

    /// <summary>The service that has the name now; null = the name is free.</summary>
    public LiveService? Existing { get; }

    /// <summary>In order; empty when refused.</summary>
    public ImmutableArray<PlanStep> Steps { get; }

    /// <summary>Why nothing will be done; null = the steps will be.</summary>
    public Diagnostic? Refusal { get; }
}
