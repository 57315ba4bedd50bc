using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Execution;

/// <summary>What a rollback and a deletion have in common: the lock, the look at what is there, and the end.</summary>
internal static class ServiceOperation
{
    /// <param name="work">Gets the live service; null = none.</param>
    public static async Task<DeploymentResult> RunAsync(
        ServiceChange change, Func<ServiceClaim, LiveService?, Task<DeploymentOutcome>> work, CancellationToken ct)
    {
        ServiceClaim claim = new(change);
        try
        {
            ct.ThrowIfCancellationRequested();
            using IDisposable? locked = claim.Lock();
            EarlierRun earlier = new(change);
            if (locked is null || !earlier.Read(isAlone: true))
            {
                return await EndAsync(change, DeploymentOutcome.NotDeployed, ct).ConfigureAwait(false);
            }

            LiveService? live = await change.LookAsync(ct).ConfigureAwait(false);
            if (!claim.IsFree(live))
            {
                return await EndAsync(change, DeploymentOutcome.NotDeployed, ct).ConfigureAwait(false);
            }

            DeploymentOutcome outcome = await work(claim, live).ConfigureAwait(false);
            await claim.ReleaseAsync().ConfigureAwait(false);
            if (outcome is DeploymentOutcome.Running or DeploymentOutcome.Deleted)
            {
                earlier.Close();
            }

            return await EndAsync(change, outcome, ct).ConfigureAwait(false);
        }
        catch (CloudException exception)
        {
            change.Log.Add(exception.ToDiagnostic(change.Spec.Location));
            return await EndAsync(change, DeploymentOutcome.Failed, ct).ConfigureAwait(false);
        }
        catch (DeploymentStateException exception)
        {
            change.Add(DeploymentDiagnostics.JournalNotWritten, exception.Message);
            return await EndAsync(change, DeploymentOutcome.NotDeployed, ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            change.Log.Add(DeploymentDiagnostics.CancelledBeforeCreation.At(change.Spec.Location, change.Name));
            return await EndAsync(change, DeploymentOutcome.Cancelled, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<DeploymentResult> EndAsync(ServiceChange change, DeploymentOutcome outcome, CancellationToken ct)
    {
        LiveService? live = null;
        if (outcome is DeploymentOutcome.Running or DeploymentOutcome.Failed)
        {
            try
            {
                live = await change.ControlPlane.DescribeServiceAsync(change.Name, ct).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is CloudException or OperationCanceledException)
            {
                // The outcome is known without it.
            }
        }

        DeploymentResult result = new(
            change.Name, outcome, live?.Status, live?.InternetEndpoint, live?.IntranetEndpoint, ImageFamily.Other, change.Log.Diagnostics, [], change.Seconds)
        {
            StartedAt = change.StartedAt,
            EndedAt = change.Surroundings.Clock.GetUtcNow(),
        };
        if (outcome is DeploymentOutcome.Running)
        {
            change.Log.Say(ResultText.Block(result));
        }

        return result;
    }
}
