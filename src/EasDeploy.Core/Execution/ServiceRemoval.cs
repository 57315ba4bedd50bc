using EasDeploy.Diagnostics;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>How far the old service is on its way out.</summary>
internal enum RemovalState
{
    None,

    /// <summary>Its deletion was asked for, perhaps by somebody else.</summary>
    Asked,
    Done,
}

/// <summary>Deletes the service that has the name and waits until it is really gone.</summary>
/// <remarks>Source: deployment workflow, step 6.3.</remarks>
internal sealed class ServiceRemoval(
    ServiceSpec spec, IControlPlane controlPlane, DeploymentSurroundings surroundings, ServiceWait wait, DeploymentLog log)
{
    /// <summary>Source: assumed; deletions end within a minute on the emulator. K7 asks for an own limit.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    public RemovalState State { get; private set; }

    /// <summary>An earlier run, or somebody else, has deleted it.</summary>
    public void IsDoneAlready() => State = RemovalState.Done;

    /// <exception cref="CloudException">Not deleted, or (state Asked) nobody can tell.</exception>
    public async Task DeleteAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            await controlPlane.DeleteServiceAsync(spec.Name, CancellationToken.None).ConfigureAwait(false);
            State = RemovalState.Asked;
        }
        catch (CloudException exception) when (exception.MayHaveBeenExecuted)
        {
            State = RemovalState.Asked;
            log.Say($"The answer to DeleteService was lost: {exception.Descriptor.Title} ({exception.Descriptor.Code}). Looking whether the deletion began...");
            await Task.Delay(TimeSpan.FromSeconds(3), surroundings.Clock, ct).ConfigureAwait(false);
            LiveService? now = await PassingFault.OutliveAsync(
                () => controlPlane.DescribeServiceAsync(spec.Name, ct), surroundings.Clock, log.Say, ct).ConfigureAwait(false);
            if (now is { Status: not ServiceStatus.Deleting })
            {
                State = RemovalState.None;
                throw;
            }
        }
    }

    /// <param name="limit">Null = ten minutes.</param>
    /// <returns>False = still there after the limit; that is said.</returns>
    public async Task<bool> WaitUntilGoneAsync(CancellationToken ct, TimeSpan? limit = null)
    {
        State = RemovalState.Asked;
        log.Say($"Waiting until the old service '{spec.Name}' is gone...");
        long start = surroundings.Clock.GetTimestamp();
        WaitEnding ending = await wait.UntilGoneAsync(spec.Name, limit ?? s_limit, ct).ConfigureAwait(false);
        if (ending == WaitEnding.Settled && wait.LastSeen is null)
        {
            State = RemovalState.Done;
            return true;
        }

        int seconds = (int)surroundings.Clock.GetElapsedTime(start).TotalSeconds;
        log.Add(DeploymentDiagnostics.NotGoneInTime.At(spec.Location, spec.Name, wait.LastSeen?.Status ?? "not readable", seconds));
        return false;
    }

    /// <summary>Says that the old service is on its way out and no new one follows; nothing when it was not touched.</summary>
    public void AddOldServiceLost(string repair)
    {
        if (State != RemovalState.None)
        {
            string state = State == RemovalState.Done ? "was deleted" : "is being deleted";
            log.Add(DeploymentDiagnostics.OldServiceLost.At(spec.Location, spec.Name, state, repair, surroundings.State.Location, surroundings.Next.RollBack));
        }
    }
}
