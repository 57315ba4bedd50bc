namespace EasDeploy.Execution;

/// <summary>How a watch ended.</summary>
/// <param name="Service">The service as last seen; null = there is none.</param>
/// <param name="IsDone">The condition holds. False: the limit was reached, or the service vanished.</param>
public sealed record WatchedService(LiveService? Service, bool IsDone);

/// <summary>Watches a service apart from any deployment, at the pace of one.</summary>
/// <param name="jitter">A number in [0, 1) per call.</param>
/// <param name="say">Gets the status line when the status changes, and each 30 s.</param>
public sealed class ServiceWatch(IControlPlane controlPlane, TimeProvider clock, Func<double> jitter, Action<string> say)
{
    private readonly ServiceWait _wait = new(controlPlane, clock, jitter, say);

    /// <param name="isDone">Given the service, or null while the name is free.</param>
    /// <param name="limit">Total budget, first call included.</param>
    /// <exception cref="Diagnostics.CloudException">Refused in a way that waiting does not cure.</exception>
    public async Task<WatchedService> UntilAsync(string serviceName, Func<LiveService?, bool> isDone, TimeSpan limit, CancellationToken ct)
    {
        WaitEnding ending = await _wait.UntilAsync(serviceName, isDone, limit, ct).ConfigureAwait(false);
        return new WatchedService(ending == WaitEnding.Vanished ? null : _wait.LastSeen, ending == WaitEnding.Settled);
    }
}
