using EasDeploy.Diagnostics;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>Whether the service was created or changed.</summary>
internal enum Creation
{
    None,

    /// <summary>CreateService got no answer, and nobody can tell whether the service exists.</summary>
    Uncertain,
    Done,
}

/// <summary>The ways a deployment ends: what is given back, brought back, closed and said.</summary>
internal sealed class DeploymentEnding(ServiceChange change, ServiceClaim claim, ConfigPreview preview)
{
    /// <summary>The service as last seen; null = not seen.</summary>
    public LiveService? Live { get; set; }

    public Creation Creation { get; set; }

    private ServiceSpec Spec => change.Spec;

    private DeploymentLog Log => change.Log;

    /// <returns>True when the old one answers again, or there was none.</returns>
    public async Task<bool> BringBackAsync(Settlement settled, CancellationToken ct)
    {
        ServiceRestoration restoration = new(change, claim);
        return (change.Writes.Journal.VersionBefore, change.Backup) switch
        {
            ({ } version, _) => await restoration.ToVersionAsync(version, ct).ConfigureAwait(false),
            (_, { } backup) => await restoration.FromBackupAsync(
                backup, givesUpRunning: settled.Live?.Status == ServiceStatus.Running, ct).ConfigureAwait(false),
            _ => true,
        };
    }

    /// <summary>The creation was accepted: what this last look says, or that it fails, changes nothing.</summary>
    public async Task<LiveService?> TryDescribeAsync(CancellationToken ct)
    {
        try
        {
            return await change.ControlPlane.DescribeServiceAsync(Spec.Name, ct).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is CloudException or OperationCanceledException)
        {
            return null;
        }
    }

    public async Task<DeploymentResult> EndRefusedAsync(CloudException exception, CancellationToken ct)
    {
        Log.Add(exception.ToDiagnostic(Spec.Location));
        if (change is { Removal.State: RemovalState.None, Earlier: null, Writes.HasBegun: true } && !exception.MayHaveBeenExecuted)
        {
            // Nothing has changed, so nothing is to be continued.
            return await FinishAsync(DeploymentOutcome.NotDeployed).ConfigureAwait(false);
        }

        return await EndGoneAsync(DeploymentOutcome.NotDeployed, "Correct the errors above and run the command again at once", ct).ConfigureAwait(false);
    }

    public async Task<DeploymentResult> EndCancelledAsync()
    {
        if (change.Removal.State == RemovalState.None)
        {
            Log.Add(DeploymentDiagnostics.CancelledBeforeCreation.At(Spec.Location, Spec.Name));
            await claim.ReleaseAsync().ConfigureAwait(false);
        }
        else
        {
            change.Removal.AddOldServiceLost("Run the command again at once");
        }

        return End(DeploymentOutcome.Cancelled);
    }

    /// <summary>The new one was not created: brings the old one back when it is gone, or says that nothing answers.</summary>
    public async Task<DeploymentResult> EndGoneAsync(DeploymentOutcome outcome, string repair, CancellationToken ct)
    {
        if (change.Removal.State == RemovalState.Done && change.Backup is { } backup && Spec.Policy.RollbackOnFailure && !ct.IsCancellationRequested
            && await new ServiceRestoration(change, claim).FromBackupAsync(backup, givesUpRunning: false, ct).ConfigureAwait(false))
        {
            return await FinishAsync(outcome).ConfigureAwait(false);
        }

        change.Removal.AddOldServiceLost(repair);
        await claim.ReleaseAsync().ConfigureAwait(false);
        return End(outcome);
    }

    /// <summary>Nothing is under way any more: no lease, no backup, the journal closed.</summary>
    public async Task<DeploymentResult> FinishAsync(DeploymentOutcome outcome, Settlement? settled = null)
    {
        await claim.ReleaseAsync().ConfigureAwait(false);
        new EarlierRun(change).Close();
        return End(outcome, settled);
    }

    public DeploymentResult End(DeploymentOutcome outcome, Settlement? settled = null)
    {
        string? status = Live?.Status ?? Creation switch
        {
            Creation.Done => ServiceStatus.Creating,
            Creation.Uncertain => ServiceStatus.Unknown,
            _ => null,
        };
        DeploymentResult result = new(
            Spec.Name, outcome, status, Live?.InternetEndpoint, Live?.IntranetEndpoint, preview.Family, Log.Diagnostics, settled?.Events ?? [], change.Seconds)
        {
            Diagnosis = settled?.Diagnosis,
            Reason = settled?.Reason,
            ModelName = settled?.ModelName ?? preview.ModelName,
            StartedAt = change.StartedAt,
            EndedAt = change.Surroundings.Clock.GetUtcNow(),
        };
        foreach (string text in ResultText.All(result))
        {
            Log.Say(text);
        }

        return result;
    }
}
