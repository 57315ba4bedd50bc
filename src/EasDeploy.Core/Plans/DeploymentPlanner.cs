using System.Collections.Immutable;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Specs;

namespace EasDeploy.Plans;

/// <summary>Decides the steps for one service from its config, its policy and what exists.</summary>
/// <remarks>Source: deployment workflow, step 6.3; design rulings K6, C27.</remarks>
public static class DeploymentPlanner
{
    /// <param name="existing">Answer of DescribeService for the name; null = free.</param>
    public static DeploymentPlan Plan(ServiceConfig config, LiveService? existing)
    {
        DeploymentPolicy policy = config.Service.Spec.Policy;
        SourceLocation location = config.Service.Spec.Location;
        ImmutableArray<PlanStep> create = policy.Wait ? [PlanStep.CreateService, PlanStep.WaitUntilRunning] : [PlanStep.CreateService];
        if (existing is null)
        {
            return new DeploymentPlan(config, null, create, null);
        }

        Diagnostic? refusal = policy.OnExisting switch
        {
            OnExisting.Fail => DeploymentDiagnostics.ServiceExists.At(
                location, config.Name, existing.Status, existing.CreateTime ?? "an unknown time",
                EndpointText.Of(existing.InternetEndpoint), EndpointText.Of(existing.IntranetEndpoint)),
            OnExisting.Update => DeploymentDiagnostics.UpdateComesLater.At(location, config.Name),
            _ when existing.SafetyLock is "all" or "dangerous" =>
                DeploymentDiagnostics.SafetyLocked.At(location, config.Name, existing.SafetyLock),
            _ => null,
        };
        if (refusal is not null)
        {
            return new DeploymentPlan(config, existing, [], refusal);
        }

        // Deleted already, for example by a run that was killed: a second request could be refused.
        ImmutableArray<PlanStep> delete = existing.Status == ServiceStatus.Deleting ? [] : [PlanStep.DeleteService];
        return new DeploymentPlan(config, existing, [.. delete, PlanStep.WaitUntilGone, PlanStep.CheckAgain, .. create], null);
    }
}
