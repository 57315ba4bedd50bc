using System.Collections.Immutable;
using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Keeps two deployers off one service: a lock on this machine, a lease on the service for the others.</summary>
internal sealed class ServiceClaim(ServiceChange change)
{
    /// <summary>The service carries a lease of ours.</summary>
    public bool IsTaken { get; private set; }

    private string Me => $"{change.Surroundings.Holder}, run {change.Surroundings.RunId}, since {change.StartedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}";

    /// <returns>Null when another process of this machine deploys the service; that is said.</returns>
    public IDisposable? Lock()
    {
        if (change.Surroundings.State.TryLock(change.Name, Me, out string other) is { } locked)
        {
            return locked;
        }

        (string who, string since) = other.LastIndexOf(", since ", StringComparison.Ordinal) is >= 0 and var at
            ? (other[..at], other[(at + ", since ".Length)..])
            : ("another process of this machine", "a moment ago");
        change.Add(DeploymentDiagnostics.Leased, who, since, "Wait until it has ended, or end it, and run the command again");
        return null;
    }

    /// <returns>False when somebody else has the service; that is said.</returns>
    public bool IsFree(LiveService? live)
    {
        if (ServiceLease.Of(live) is not { } lease)
        {
            return true;
        }

        if (change.IsOwnRun(lease.Run))
        {
            // Left by the run this one goes on with.
            IsTaken = true;
            return true;
        }

        if (!lease.Holds(change.Surroundings.Clock.GetUtcNow()))
        {
            return true;
        }

        change.Add(
            DeploymentDiagnostics.Leased, $"{lease.Holder}, run {lease.Run}", $"{lease.Since.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}",
            $"Wait until it has ended, at the latest until {lease.Until.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}; "
            + $"when that run is certainly dead, remove the label {ServiceLabels.Lease} in the console");
        return false;
    }

    /// <summary>Writes the lease on a service that is there.</summary>
    /// <param name="isKept">The service stays and is changed: it is marked as this run's. One that is about to be deleted is not,
    /// lest it be taken for the new one.</param>
    public async Task TakeAsync(bool isKept, CancellationToken ct)
    {
        ImmutableDictionary<string, string> labels = ImmutableDictionary<string, string>.Empty.Add(ServiceLabels.Lease, change.Lease.Text);
        if (isKept)
        {
            labels = labels.AddRange(ServiceLabels.OfRun(change.Surroundings));
        }

        try
        {
            await PatientWrite.RunAsync(
                () => change.ControlPlane.UpdateServiceLabelAsync(change.Name, labels, CancellationToken.None), change, ct).ConfigureAwait(false);
            IsTaken = true;
        }
        catch (CloudException exception) when (exception.Descriptor == CloudDiagnostics.NoPermission)
        {
            change.Log.Say($"Other machines cannot be told that this deployment is under way: {exception.Message}");
        }
    }

    /// <summary>Reads once more right before something goes away: of two who wrote in the same moment one goes on.</summary>
    public async Task<bool> IsStillOursAsync(CancellationToken ct)
    {
        IReadOnlyList<LiveService> rows = await PassingFault.OutliveAsync(
            () => change.ControlPlane.ListServicesAsync(change.Name, ct), change.Surroundings.Clock, change.Log.Say, ct).ConfigureAwait(false);
        return IsFree(rows is [var row, ..] ? row : null);
    }

    /// <summary>A service created by this run carries the lease from its first moment.</summary>
    public void IsTakenByCreation() => IsTaken = true;

    /// <summary>Notes on an updated service which config it runs. Nothing depends on it, so a refusal is passed over.</summary>
    public async Task MarkConfigAsync(string configHash)
    {
        try
        {
            await change.ControlPlane.UpdateServiceLabelAsync(
                change.Name, ImmutableDictionary<string, string>.Empty.Add(ServiceLabels.Config, configHash), CancellationToken.None).ConfigureAwait(false);
        }
        catch (CloudException exception)
        {
            change.Log.Say($"The label {ServiceLabels.Config} was not written: {exception.Message}");
        }
    }

    /// <summary>Gives the service free. A lease that cannot be removed ends by itself.</summary>
    public async Task ReleaseAsync()
    {
        if (!IsTaken)
        {
            return;
        }

        IsTaken = false;
        try
        {
            await change.ControlPlane.DeleteServiceLabelAsync(change.Name, [ServiceLabels.Lease], CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is CloudException or DeploymentStateException)
        {
            change.Log.Say($"The lease stays on the service until {change.Lease.Until.UtcDateTime:HH:mm} UTC: {exception.Message}");
        }
    }
}
