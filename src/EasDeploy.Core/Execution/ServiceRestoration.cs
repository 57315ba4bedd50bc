using System.Collections.Immutable;
using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Brings the old service back: by its backup when it was deleted, by its version when it was updated.</summary>
/// <remarks>Source: design ruling K6. Says what came of it in words and codes; never throws for what the cloud says.</remarks>
internal sealed class ServiceRestoration(ServiceChange change, ServiceClaim claim)
{
    /// <summary>The author wants the old one back, whosever the present one is; else it is the end of a deployment that failed.</summary>
    public bool IsAsked { get; init; }

    private string Repair => IsAsked
        ? $"Run '{change.Surroundings.Next.Deploy}' when the newer one is wanted again"
        : "Correct what kept the new one from running, and run the command again";

    /// <summary>Deletes what has the name, when it is ours, and creates the backup again.</summary>
    /// <param name="givesUpRunning">The one that has the name goes even when it is Running.</param>
    /// <returns>True = the old service is Running.</returns>
    public async Task<bool> FromBackupAsync(ServiceBackup backup, bool givesUpRunning, CancellationToken ct)
    {
        try
        {
            change.Log.Say($"Bringing the old service '{change.Name}' back from its backup...");
            change.Log.Token = backup.Token;
            change.Writes.Note(journal => journal with { IsRestoring = true });
            if (!await MakeRoomAsync(givesUpRunning, ct).ConfigureAwait(false))
            {
                return false;
            }

            bool exists = await new ServiceCreation(change.ControlPlane, change.Surroundings, change.Log)
                .CreateAsync(NewService.Of(backup, change.Surroundings, change.Lease, change.Spec.Location), isAfterDeletion: true, ct).ConfigureAwait(false);
            if (!exists)
            {
                return NotRestored("the answer to CreateService was lost and nobody can tell whether it exists");
            }

            claim.IsTakenByCreation();
            await RestoreScalersAsync(backup, live: null).ConfigureAwait(false);
            Settlement settled = await change.Watch.SettleAsync(change.OldService(), ct).ConfigureAwait(false);
            if (!settled.IsRunning)
            {
                return NotRestored($"it was created again and is {settled.Live?.Status ?? "not visible"}");
            }

            change.Add(DeploymentDiagnostics.Restored, Repair);
            return true;
        }
        catch (CloudException exception)
        {
            change.Log.Add(exception.ToDiagnostic(change.Spec.Location));
            return NotRestored(exception.Descriptor.Title.ToLowerInvariant());
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return NotRestored("the run was cancelled");
        }
    }

    /// <summary>Rolls an update back.</summary>
    /// <param name="version">Version before.</param>
    public async Task<bool> ToVersionAsync(int version, CancellationToken ct)
    {
        try
        {
            change.Log.Say($"Rolling service '{change.Name}' back to version {version}...");
            change.Writes.Note(journal => journal with { IsRestoring = true });
            LiveService? live = await change.LookAsync(ct).ConfigureAwait(false);
            ImmutableHashSet<ServiceEvent> eventsBefore = await change.Watch.EventsSoFarAsync(change.Name, ct).ConfigureAwait(false);
            if (live is null)
            {
                return change.Backup is { } backup
                    ? await FromBackupAsync(backup, givesUpRunning: false, ct).ConfigureAwait(false)
                    : NotRolledBack(version, "the service is gone");
            }

            if (live.CurrentVersion > version)
            {
                await PatientWrite.RunAsync(
                    () => change.ControlPlane.UpdateServiceVersionAsync(change.Name, version, CancellationToken.None), change, ct, IsBusy).ConfigureAwait(false);
            }
            else if (live.Status != ServiceStatus.Running && change.Backup is { } backup)
            {
                // A change of replicas makes no version to go back to.
                await PatientWrite.RunAsync(
                    () => change.ControlPlane.UpdateServiceAsync(change.Name, backup.BodyToSend(), CancellationToken.None), change, ct, IsBusy).ConfigureAwait(false);
            }

            Settlement settled = await change.Watch.SettleAsync(
                change.OldService() with { Version = live.CurrentVersion is null ? null : version, EventsBefore = eventsBefore }, ct).ConfigureAwait(false);
            if (!settled.IsRunning)
            {
                return NotRolledBack(version, $"it is {settled.Live?.Status ?? "not visible"}");
            }

            change.Add(DeploymentDiagnostics.RolledBack, version, Repair);
            return true;
        }
        catch (CloudException exception)
        {
            change.Log.Add(exception.ToDiagnostic(change.Spec.Location));
            return NotRolledBack(version, exception.Descriptor.Title.ToLowerInvariant());
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return NotRolledBack(version, "the run was cancelled");
        }
    }

    private async Task<bool> MakeRoomAsync(bool givesUpRunning, CancellationToken ct)
    {
        LiveService? live = await change.LookAsync(ct).ConfigureAwait(false);
        if (live is null)
        {
            change.Removal.IsDoneAlready();
            return true;
        }

        if (live.Status == ServiceStatus.Running && !givesUpRunning)
        {
            return NotRestored("the new one is Running now after all, and was left alone");
        }

        if (!IsAsked && live.Status != ServiceStatus.Deleting && !change.IsOurs(live))
        {
            return NotRestored("somebody else has created a service of this name meanwhile");
        }

        if (live.IsSafetyLocked)
        {
            return NotRestored($"a safety lock '{live.SafetyLock}' keeps the new one from being deleted");
        }

        if (live.Status != ServiceStatus.Deleting)
        {
            await change.Removal.DeleteAsync(ct).ConfigureAwait(false);
        }

        return await change.Removal.WaitUntilGoneAsync(ct).ConfigureAwait(false) || NotRestored("the new one could not be deleted");
    }

    /// <summary>Gives the restored service the rules it had. It answers without them: a refusal is said and nothing more.</summary>
    /// <param name="live">The restored service; null = just created, without any.</param>
    public async Task RestoreScalersAsync(ServiceBackup backup, LiveService? live)
    {
        try
        {
            if (backup.AutoScaler is { } rules && live is not { AutoscalerEnabled: true })
            {
                await change.ControlPlane.CreateServiceAutoScalerAsync(change.Name, rules, CancellationToken.None).ConfigureAwait(false);
            }

            if (backup.CronScaler is { } jobs && live is not { CronscalerEnabled: true })
            {
                await change.ControlPlane.CreateServiceCronScalerAsync(change.Name, jobs, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (CloudException exception)
        {
            change.Log.Say($"The scaling rules were not restored: {exception.Message}");
        }
    }

    // What the service does with a write while it moves is not published; it is asked again.
    private static bool IsBusy(CloudException exception) => exception.Descriptor == CloudDiagnostics.Conflict || exception.HttpStatus == 409;

    private bool NotRestored(string reason)
    {
        change.Add(DeploymentDiagnostics.NotRestored, reason, change.Surroundings.State.Location, change.Surroundings.Next.RollBack);
        return false;
    }

    private bool NotRolledBack(int version, string reason)
    {
        change.Add(DeploymentDiagnostics.NotRolledBack, version, reason, change.Surroundings.Next.RollBack);
        return false;
    }
}
