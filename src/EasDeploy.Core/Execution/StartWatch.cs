using System.Collections.Immutable;
using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Follows a service from an accepted write (create, update, rollback, restore) until it is known what became of it.</summary>
/// <remarks>Source: deployment workflow, steps 6.4 and 6.7; design section 5. Every finding is in the log when it returns.</remarks>
internal sealed class StartWatch(IControlPlane controlPlane, DeploymentSurroundings surroundings, ServiceWait wait, DeploymentLog log)
{
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
            log.Add(DeploymentDiagnostics.StatusUnreadable.At(service.Spec.Location, service.Name, surroundings.LookAgain));
            return Settlement.Of(DeploymentOutcome.TimedOut, wait.LastSeen);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            log.Add(DeploymentDiagnostics.WaitCancelled.At(
                service.Spec.Location, service.Name, wait.LastSeen?.Status ?? ServiceStatus.Creating, surroundings.LookAgain));
            return Settlement.Of(DeploymentOutcome.Cancelled, wait.LastSeen);
        }
    }

    private async Task<Settlement> FollowAsync(StartingService service, CancellationToken ct)
    {
        TimeSpan limit = service.Spec.WaitTimeout;
        WaitEnding ending = await wait.UntilSettledAsync(service.Name, service.Version, limit, ct).ConfigureAwait(false);
        LiveService? live = wait.LastSeen;
        if (ending == WaitEnding.Settled && live is { Status: ServiceStatus.Running })
        {
            log.Say(ResultText.Ended(live.Status));
            // The service runs: what this last call says, or that it fails, changes nothing.
            await TryAsync(() => controlPlane.DescribeServiceEndpointsAsync(service.Name, ct), []).ConfigureAwait(false);
            return Settlement.Of(DeploymentOutcome.Running, live);
        }

        ImmutableArray<ServiceEvent> events = Newest(await TryAsync(
            () => controlPlane.DescribeServiceEventAsync(service.Name, ct), [], "The events could not be read").ConfigureAwait(false));
        if (ending == WaitEnding.TimedOut)
        {
            log.Add(DeploymentDiagnostics.NotRunningInTime.At(
                service.Spec.Location, service.Name, live?.Status ?? "not visible", (int)limit.TotalSeconds, surroundings.LookAgain));
            return new Settlement(DeploymentOutcome.TimedOut, live, events);
        }

        string status = ending == WaitEnding.Vanished ? ServiceStatus.Gone : live!.Status;
        log.Say(ResultText.Ended(status));
        (string reason, string advice) = ErrorAdvice.Explain(status, live?.Message, events);
        log.Add(DeploymentDiagnostics.ServiceFailed.At(service.Spec.Location, service.Name, status, reason, advice));
        LiveService seen = ending == WaitEnding.Vanished ? live! with { Status = status, InternetEndpoint = null, IntranetEndpoint = null } : live!;
        return new Settlement(DeploymentOutcome.Failed, seen, events);
    }

    // The order of the answer is not documented: newest by time.
    private ImmutableArray<ServiceEvent> Newest(IReadOnlyList<ServiceEvent> events) =>
    [
        .. events.OrderByDescending(happened => happened.Time ?? DateTimeOffset.MinValue).Take(3)
            .Select(happened => happened with { Message = log.WithoutToken(happened.Message) }),
    ];

    /// <summary>A call that must not change the outcome: a refusal or a cancellation gives the fallback.</summary>
    private async Task<T> TryAsync<T>(Func<Task<T>> call, T fallback, string? complaint = null)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (CloudException exception)
        {
            if (complaint is not null)
            {
                log.Say($"{complaint}: {exception.Message}");
            }

            return fallback;
        }
        catch (OperationCanceledException)
        {
            return fallback;
        }
    }
}
