using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>Follows a service from an accepted write (create, update, rollback, restore) until it is known what became of it.</summary>
/// <remarks>Source: deployment workflow, steps 6.4 and 6.7; design section 5: wait → verify → diagnosis. Every finding is in the log when it returns.</remarks>
internal sealed class StartWatch(IControlPlane controlPlane, DeploymentSurroundings surroundings, ServiceWait wait, DeploymentLog log)
{
    /// <summary>The events so far, to be read before a change in place: those of an older version say nothing about the new one.</summary>
    /// <returns>Empty when they cannot be read: the change is worth more than an early verdict.</returns>
    public async Task<ImmutableHashSet<ServiceEvent>> EventsSoFarAsync(string serviceName, CancellationToken ct) =>
        [.. await TryAsync(() => controlPlane.DescribeServiceEventAsync(serviceName, ct), []).ConfigureAwait(false)];

    /// <summary>Never throws for what the cloud says or for <paramref name="ct"/>: both are outcomes.</summary>
    /// <param name="ct">Ends the wait, never the deployment.</param>
    public async Task<Settlement> SettleAsync(StartingService service, CancellationToken ct)
    {
        try
        {
            return await FollowAsync(service, ct).ConfigureAwait(false);
        }
        catch (CloudException exception)
        {
            // It is not known whether the service runs: neither failure nor success.
            log.Add(exception.ToDiagnostic(service.Spec.Location));
            log.Add(DeploymentDiagnostics.StatusUnreadable.At(service.Spec.Location, service.Name, surroundings.Next.LookAgain(service.Name)));
            return Settlement.Of(DeploymentOutcome.TimedOut, wait.LastSeen);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            log.Add(DeploymentDiagnostics.WaitCancelled.At(
                service.Spec.Location, service.Name, wait.LastSeen?.Status ?? ServiceStatus.Creating, surroundings.Next.Resume));
            return Settlement.Of(DeploymentOutcome.Cancelled, wait.LastSeen);
        }
    }

    private async Task<Settlement> FollowAsync(StartingService service, CancellationToken ct)
    {
        EarlySigns signs = new(controlPlane, service, log);
        long start = surroundings.Clock.GetTimestamp();
        while (true)
        {
            WaitEnding ending = await wait.UntilSettledAsync(service, start, signs, ct).ConfigureAwait(false);
            if (wait.LastSeen is { } seen)
            {
                log.Hide(seen.AccessToken);
            }

            if (ending != WaitEnding.Settled || wait.LastSeen is not { Status: ServiceStatus.Running } running)
            {
                return await FailAsync(service, ending, signs, ct).ConfigureAwait(false);
            }

            bool stillRuns = true;
            Verified verified = await new Verification(surroundings.Probe, surroundings.Clock, log.Say, StillRunsAsync)
                .RunAsync(service, running, ct).ConfigureAwait(false);
            // Calls take time: only a service that still runs after them is a success.
            if (service.Verify != VerifyLevel.None && !(stillRuns && await StillRunsAsync().ConfigureAwait(false)))
            {
                log.Say("The service is not Running any more. Waiting on...");
                continue;
            }

            ct.ThrowIfCancellationRequested();
            if (verified.Finding is { } finding)
            {
                log.Add(finding);
            }

            return verified.IsPassed
                ? await SucceedAsync(service, running, verified, ct).ConfigureAwait(false)
                : new Settlement(DeploymentOutcome.NotVerified, running, [])
                {
                    Diagnosis = await DiagnoseAsync(service, running, running.Status, signs, ct).ConfigureAwait(false),
                };

            // A look that fails tells nothing: what was seen last holds.
            async Task<bool> StillRunsAsync() => stillRuns =
                await TryAsync(() => controlPlane.DescribeServiceAsync(service.Name, ct), running).ConfigureAwait(false)
                    is { Status: ServiceStatus.Running };
        }
    }

    private async Task<Settlement> SucceedAsync(StartingService service, LiveService running, Verified verified, CancellationToken ct)
    {
        log.Say(ResultText.Ended(running.Status));
        // The service runs: what this last call says, or that it fails, changes nothing.
        await TryAsync(() => controlPlane.DescribeServiceEndpointsAsync(service.Name, ct), []).ConfigureAwait(false);
        return Settlement.Of(DeploymentOutcome.Running, running) with { ModelName = verified.ModelName };
    }

    private async Task<Settlement> FailAsync(StartingService service, WaitEnding ending, EarlySigns signs, CancellationToken ct)
    {
        LiveService? live = wait.LastSeen;
        string status = ending == WaitEnding.Vanished ? ServiceStatus.Gone : live?.Status ?? "not visible";
        if (ending == WaitEnding.Settled || ending == WaitEnding.Vanished)
        {
            log.Say(ResultText.Ended(status));
        }

        Diagnosis diagnosis = await DiagnoseAsync(service, live, status, signs, ct).ConfigureAwait(false);
        FailureReason? known = wait.Verdict ?? FailureReasons.Nearest(diagnosis.Reasons);
        (string reason, string advice) = ErrorAdvice.Explain(status, diagnosis.Message, known, !diagnosis.Events.IsEmpty);
        (DeploymentOutcome outcome, Diagnostic finding) = ending switch
        {
            WaitEnding.TimedOut => (DeploymentOutcome.TimedOut, DeploymentDiagnostics.NotRunningInTime.At(
                service.Spec.Location, service.Name, status, (int)service.Limit.TotalSeconds, surroundings.Next.LookAgain(service.Name))),
            WaitEnding.Decided => (DeploymentOutcome.FailedEarly, DeploymentDiagnostics.WillNotStart.At(
                service.Spec.Location, service.Name, status, reason, advice)),
            _ => (DeploymentOutcome.Failed, DeploymentDiagnostics.ServiceFailed.At(service.Spec.Location, service.Name, status, reason, advice)),
        };
        log.Add(finding);
        LiveService? last = ending == WaitEnding.Vanished ? live! with { Status = status, InternetEndpoint = null, IntranetEndpoint = null } : live;
        return new Settlement(outcome, last, [.. diagnosis.Events.Take(3)]) { Diagnosis = diagnosis, Reason = known };
    }

    private Task<Diagnosis> DiagnoseAsync(StartingService service, LiveService? live, string status, EarlySigns signs, CancellationToken ct) =>
        new DiagnosisReading(controlPlane, surroundings, log).ReadAsync(service, live, status, signs.Events, ct);

    /// <summary>A call that must not change the outcome: a refusal or a cancellation gives the fallback.</summary>
    private static async Task<T> TryAsync<T>(Func<Task<T>> call, T fallback)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is CloudException or OperationCanceledException)
        {
            return fallback;
        }
    }
}
