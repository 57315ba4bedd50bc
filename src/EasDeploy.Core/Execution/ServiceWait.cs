using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Polls one service until it has the state asked for.</summary>
/// <remarks>Source: design rulings K8, C28 (adaptive 1→2→3 s with jitter, at most 240 calls per 10 min); the workflow polls 6 × 30 s.</remarks>
public sealed class ServiceWait(IControlPlane controlPlane, TimeProvider clock, Func<double> jitter, IProgress<DeploymentProgress> progress)
{
    private static readonly TimeSpan s_heartbeat = TimeSpan.FromSeconds(30);

    /// <summary>Polls until Running, a terminal state, or the limit. A limit reached is a result (EAS6301), not an exception.</summary>
    /// <param name="limit">Total budget, first call included.</param>
    /// <param name="ct">Cancels the wait, never the deployment.</param>
    /// <returns>The last service seen; null when it vanished or was never seen.</returns>
    /// <exception cref="CloudException">Refused in a way that waiting does not cure.</exception>
    public Task<(LiveService? Service, bool IsInTime)> UntilSettledAsync(string serviceName, TimeSpan limit, CancellationToken ct) =>
        PollAsync(serviceName, limit, service => service is not null && ServiceStatus.IsSettled(service.Status), ct);

    /// <summary>Polls until DescribeService knows the name no more.</summary>
    public Task<(LiveService? Service, bool IsInTime)> UntilGoneAsync(string serviceName, TimeSpan limit, CancellationToken ct) =>
        PollAsync(serviceName, limit, service => service is null or { Status: ServiceStatus.DeleteFailed }, ct);

    private async Task<(LiveService? Service, bool IsInTime)> PollAsync(
        string serviceName, TimeSpan limit, Func<LiveService?, bool> isDone, CancellationToken ct)
    {
        long start = clock.GetTimestamp();
        string shown = "";
        TimeSpan shownAt = TimeSpan.Zero;
        LiveService? last = null;
        for (int poll = 0; ; poll++)
        {
            last = await LookAsync(serviceName, last, ct).ConfigureAwait(false);
            if (isDone(last))
            {
                return (last, true);
            }

            TimeSpan elapsed = clock.GetElapsedTime(start);
            string status = last?.Status ?? "not visible yet";
            if (status != shown || elapsed - shownAt >= s_heartbeat)
            {
                (shown, shownAt) = (status, elapsed);
                progress.Report(new DeploymentProgress(serviceName, ResultText.StatusLine(status, elapsed, limit)));
            }

            if (elapsed >= limit)
            {
                return (last, false);
            }

            await Task.Delay(Pause(poll, limit - elapsed), clock, ct).ConfigureAwait(false);
        }
    }

    // A wait outlives what passes by itself: no answer, throttling, a fault of the cloud.
    private async Task<LiveService?> LookAsync(string serviceName, LiveService? last, CancellationToken ct)
    {
        try
        {
            return await controlPlane.DescribeServiceAsync(serviceName, ct).ConfigureAwait(false);
        }
        catch (CloudException exception) when (PassesByItself(exception))
        {
            progress.Report(new DeploymentProgress(serviceName, $"{exception.Descriptor.Code}: {exception.Message} Asking again."));
            return last;
        }
    }

    private static bool PassesByItself(CloudException exception) =>
        exception.Descriptor == CloudDiagnostics.Throttled
        || exception.Descriptor == CloudDiagnostics.ServerFault
        || exception.Descriptor == CloudDiagnostics.ConnectionBroke
        || exception.Descriptor == CloudDiagnostics.NoAnswerInTime;

    // 1, 2, 3, 3, … s, each up to a fifth longer; 2.5 s a call in the long run keeps within 240 calls per 10 min.
    private TimeSpan Pause(int poll, TimeSpan left)
    {
        TimeSpan pause = TimeSpan.FromSeconds(Math.Min(poll + 1, 3) * (1 + (jitter() / 5)));
        return pause < left ? pause : left;
    }
}

/// <summary>The statuses a decision depends on; every other word means progress.</summary>
/// <remarks>Source: EAS 2021-07-01, openapi.md section 5.3.</remarks>
public static class ServiceStatus
{
    public const string Running = "Running";
    public const string Failed = "Failed";
    public const string Stopped = "Stopped";
    public const string DeleteFailed = "DeleteFailed";

    /// <summary>The service does not leave this state by itself.</summary>
    public static bool IsSettled(string status) => status is Running or Failed or Stopped or DeleteFailed;
}
