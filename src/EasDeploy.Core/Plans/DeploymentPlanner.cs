using System.Collections.Immutable;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Specs;
using static EasDeploy.Plans.PlanAction;

namespace EasDeploy.Plans;

/// <summary>Decides the steps for one service from its config, its policy and what exists.</summary>
/// <remarks>Source: deployment workflow, step 6.3; design rulings K6, C27.</remarks>
public static class DeploymentPlanner
{
    /// <param name="existing">Answer of DescribeService for the name; null = free.</param>
    /// <param name="readVariable">Reads a variable of the deploying process; a value that is not there is not compared.</param>
    public static DeploymentPlan Plan(ServiceConfig config, LiveService? existing, Func<string, Secret>? readVariable = null) =>
        Plan(config, existing, Continuation.Afresh, isResume: false, readVariable);

    /// <param name="way">How an unfinished run is continued.</param>
    /// <param name="isResume">Wait for what is there rather than replace it.</param>
    internal static DeploymentPlan Plan(
        ServiceConfig config, LiveService? existing, Continuation way, bool isResume, Func<string, Secret>? readVariable)
    {
        if (existing is null)
        {
            return new DeploymentPlan(config, null, [], Steps(config, [CreateService]), null);
        }

        ImmutableArray<ConfigChange> changes = LiveDiff.Of(config, existing, readVariable ?? (_ => default));
        if (way == Continuation.Wait || (isResume && way == Continuation.Afresh))
        {
            bool isSettled = way == Continuation.Afresh && existing.Status == ServiceStatus.Running;
            return new DeploymentPlan(config, existing, changes, isSettled ? [] : Look(config, existing), null);
        }

        if (way != Continuation.Create && Refusal(config, existing) is { } refusal)
        {
            return new DeploymentPlan(config, existing, changes, [], refusal);
        }

        OnExisting policy = config.Service.Spec.Policy.OnExisting;
        PlanAction[] actions = existing.Status switch
        {
            // Deleted already, for example by a run that was killed: a second request could be refused.
            ServiceStatus.Deleting => [WaitUntilGone, CheckAgain, CreateService],

            // The backup is of the one before: this one is of no use.
            _ when way == Continuation.Replace => [DeleteService, WaitUntilGone, CheckAgain, CreateService],
            _ when policy == OnExisting.Recreate => [BackUp, DeleteService, WaitUntilGone, CheckAgain, CreateService],
            ServiceStatus.Failed or ServiceStatus.DeleteFailed => [BackUp, UpdateService],
            _ when !changes.IsEmpty => [BackUp, UpdateService],
            _ => [],
        };
        ImmutableArray<PlanStep> steps = actions is not [] ? Steps(config, actions) : existing.Status == ServiceStatus.Running ? [] : Look(config, existing);
        return new DeploymentPlan(config, existing, changes, steps, null);
    }

    // Also when nobody wants to wait: what does not run and will not by itself is never passed over as accepted.
    private static ImmutableArray<PlanStep> Look(ServiceConfig config, LiveService existing) =>
        ServiceStatus.IsSettled(existing.Status) ? [PlanStep.Of(WaitUntilRunning, config.Name)] : Steps(config, []);

    private static Diagnostic? Refusal(ServiceConfig config, LiveService existing)
    {
        DeploymentPolicy policy = config.Service.Spec.Policy;
        SourceLocation location = config.Service.Spec.Location;
        return (policy.OnExisting, existing) switch
        {
            (OnExisting.Fail, _) => DeploymentDiagnostics.ServiceExists.At(
                location, config.Name, existing.Status, existing.CreateTime ?? "an unknown time",
                EndpointText.Of(existing.InternetEndpoint), EndpointText.Of(existing.IntranetEndpoint)),
            (OnExisting.Recreate, { IsSafetyLocked: true }) =>
                DeploymentDiagnostics.SafetyLocked.At(location, config.Name, existing.SafetyLock, "deleting"),
            (OnExisting.Update, { SafetyLock: "all" }) => DeploymentDiagnostics.SafetyLocked.At(location, config.Name, existing.SafetyLock, "changing"),
            (OnExisting.Update, { Status: ServiceStatus.Stopped or ServiceStatus.Stopping }) => DeploymentDiagnostics.ServiceStopped.At(location, config.Name, existing.Status),
            _ => null,
        };
    }

    private static ImmutableArray<PlanStep> Steps(ServiceConfig config, IEnumerable<PlanAction> actions) =>
    [
        .. actions.Concat(config.Service.Spec.Policy.Wait ? [WaitUntilRunning] : []).Select(action => PlanStep.Of(action, config.Name)),
    ];
}
