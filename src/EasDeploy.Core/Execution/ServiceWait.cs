using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Why a wait ended.</summary>
internal enum WaitEnding
{
    /// <summary>The service has the state asked for, or one it cannot leave by itself.</summary>
    Settled,

    /// <summary>The limit was reached.</summary>
    TimedOut,

    /// <summary>The service was there and is there no more.</summary>
    Vanished,

    /// <summary>A sign shows that the service cannot start any more.</summary>
    Decided,
}

/// <summary>Polls one service until it has the state asked for.</summary>
/// <param name="jitter">A number in [0, 1) per call.</param>
/// <remarks>Source: design rulings K8, C28 (adaptive 1→2→3 s with jitter, at most 240 calls per 10 min); the workflow polls 6 × 30 s.</remarks>
internal sealed class ServiceWait(IControlPlane controlPlane, TimeProvider clock, Func<double> jitter, Action<string> say)
{
    /// <summary>Looks in a row that must agree before a bad sign is believed. Source: assumed; reads may lag behind writes.</summary>
    private const int Certain = 3;

    private static readonly TimeSpan s_heartbeat = TimeSpan.FromSeconds(30);

    /// <summary>The service as the current wait last saw it; null = not seen by it.</summary>
    public LiveService? LastSeen { get; private set; }

    /// <summary>The row of <see cref="FailureReasons"/> that ended the current wait; null = none did.</summary>
    public FailureReason? Verdict { get; private set; }

    /// <summary>Polls until Running, a terminal state, a sign that decides, or the limit. A limit reached is a result (EAS6301), not an exception.</summary>
    /// <param name="start">Timestamp from which the limit counts.</param>
    /// <param name="ct">Cancels the wait, never the deployment.</param>
    /// <exception cref="CloudException">Refused in a way that waiting does not cure.</exception>
    public Task<WaitEnding> UntilSettledAsync(StartingService service, long start, EarlySigns signs, CancellationToken ct) => PollAsync(
        service.Name, start, service.Limit, (live, _) => live is not null && IsSettled(live, service.Version), signs, ct);

    /// <summary>Polls until DescribeService knows the name no more.</summary>
    /// <param name="limit">Total budget, first call included.</param>
    /// <returns>Settled with <see cref="LastSeen"/> null = gone.</returns>
    public Task<WaitEnding> UntilGoneAsync(string serviceName, TimeSpan limit, CancellationToken ct) => PollAsync(
        serviceName,
        clock.GetTimestamp(),
        limit,
        (service, poll) => service is null || (service.Status == ServiceStatus.DeleteFailed && poll >= Certain),
        null,
        ct);

    /// <summary>Polls until the caller's condition holds; it is given null while the name is free.</summary>
    public Task<WaitEnding> UntilAsync(string serviceName, Func<LiveService?, bool> isDone, TimeSpan limit, CancellationToken ct) =>
        PollAsync(serviceName, clock.GetTimestamp(), limit, (service, _) => isDone(service), null, ct);

    // An old reading of an update shows the version before.
    private static bool IsSettled(LiveService live, int? version) =>
        ServiceStatus.IsSettled(live.Status) && (version is null || (live.CurrentVersion ?? version) == version);

    private async Task<WaitEnding> PollAsync(
        string serviceName, long start, TimeSpan limit, Func<LiveService?, int, bool> isDone, EarlySigns? signs, CancellationToken ct)
    {
        PollPace pace = new(jitter);
        (string shown, TimeSpan shownAt, int missed) = ("", TimeSpan.Zero, 0);
        (LastSeen, Verdict) = (null, null);
        for (int poll = 0; ; poll++)
        {
            (LiveService? service, CloudException? trouble) = await LookAsync(serviceName, ct).ConfigureAwait(false);
            TimeSpan elapsed = clock.GetElapsedTime(start);
            if (trouble is null)
            {
                bool wasSeen = LastSeen is not null;
                if (isDone(service, poll))
                {
                    LastSeen = service;
                    return WaitEnding.Settled;
                }

                LastSeen = service ?? LastSeen;
                missed = service is null ? missed + 1 : 0;
                if (wasSeen && missed == 1)
                {
                    pace.Quicken(elapsed);
                }

                if (wasSeen && (missed >= Certain || (missed > 1 && await IsUnlistedAsync(serviceName, ct).ConfigureAwait(false))))
                {
                    return WaitEnding.Vanished;
                }
            }

            string status = LastSeen is null ? "not visible yet" : missed > 0 ? "not visible any more" : LastSeen.Status;
            string state = trouble is null ? status : $"{status}, {trouble.Descriptor.Code}";
            if (state != shown || elapsed - shownAt >= s_heartbeat)
            {
                (shown, shownAt) = (state, elapsed);
                say(ResultText.Progress(status, elapsed, limit) + (trouble is null
                    ? ""
                    : $", asking again: {trouble.Descriptor.Title} ({trouble.Descriptor.Code})"));
            }

            if (signs is not null && trouble is null && service is not null)
            {
                (bool isChanged, Verdict) = await signs.LookAsync(service, elapsed, ct).ConfigureAwait(false);
                if (Verdict is not null)
                {
                    return WaitEnding.Decided;
                }

                if (isChanged)
                {
                    pace.Quicken(elapsed);
                }
            }

            elapsed = clock.GetElapsedTime(start);
            if (elapsed >= limit)
            {
                return WaitEnding.TimedOut;
            }

            await Task.Delay(pace.Next(limit - elapsed), clock, ct).ConfigureAwait(false);
        }
    }

    // A second witness: the list does not know the name either. Without an answer it is none.
    private async Task<bool> IsUnlistedAsync(string serviceName, CancellationToken ct)
    {
        try
        {
            return (await controlPlane.ListServicesAsync(serviceName, ct).ConfigureAwait(false)).Count == 0;
        }
        catch (CloudException)
        {
            return false;
        }
    }

    // A wait outlives what passes by itself. No answer is no status: the old service is not gone because the cloud was busy.
    private async Task<(LiveService? Service, CloudException? Trouble)> LookAsync(string serviceName, CancellationToken ct)
    {
        try
        {
            return (await controlPlane.DescribeServiceAsync(serviceName, ct).ConfigureAwait(false), null);
        }
        catch (CloudException exception) when (PassingFault.Is(exception))
        {
            return (null, exception);
        }
    }
}
