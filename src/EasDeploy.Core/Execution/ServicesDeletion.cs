using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>Deletes services and waits until each is really gone.</summary>
public sealed class ServicesDeletion(IControlPlane controlPlane, DeploymentSurroundings surroundings, IProgress<DeploymentProgress> progress)
{
    /// <summary>Limit of the wait for each service; null = that of a recreation.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>False = the cloud's yes is enough: outcome <see cref="DeploymentOutcome.Accepted"/>.</summary>
    public bool IsWaitedFor { get; init; } = true;

    /// <summary>One result per service, in the order given. A service that is not there is deleted.</summary>
    public Task<ImmutableArray<DeploymentResult>> RunAsync(IReadOnlyList<ServiceSpec> services, CancellationToken ct) =>
        SideBySide.RunAsync(services, surroundings.MaxParallel, spec =>
        {
            ServiceChange change = new(spec, controlPlane, surroundings, progress);
            return ServiceOperation.RunAsync(change, (_, live) => DeleteAsync(change, live, ct), ct);
        });

    private async Task<DeploymentOutcome> DeleteAsync(ServiceChange change, LiveService? live, CancellationToken ct)
    {
        if (live is null)
        {
            change.Log.Say($"Service '{change.Name}' does not exist.");
            return DeploymentOutcome.Deleted;
        }

        string project = ServiceLabels.Clean(change.Surroundings.Project);
        if (ServiceLabels.ProjectOf(live) is { Length: > 0 } owner && project.Length > 0 && owner != project)
        {
            change.Add(DeploymentDiagnostics.OtherProject, owner, project);
            return DeploymentOutcome.NotDeployed;
        }

        if (live.IsSafetyLocked)
        {
            change.Add(DeploymentDiagnostics.SafetyLocked, live.SafetyLock, "deleting");
            return DeploymentOutcome.NotDeployed;
        }

        change.Writes.Begin(change.NewJournal(configHash: null, live));
        if (live.Status != ServiceStatus.Deleting)
        {
            change.Log.Say($"Deleting service '{change.Name}' (status {live.Status})...");
            await change.Removal.DeleteAsync(ct).ConfigureAwait(false);
        }

        if (!IsWaitedFor)
        {
            return DeploymentOutcome.Accepted;
        }

        return await change.Removal.WaitUntilGoneAsync(ct, Limit).ConfigureAwait(false) ? DeploymentOutcome.Deleted : DeploymentOutcome.Failed;
    }
}
