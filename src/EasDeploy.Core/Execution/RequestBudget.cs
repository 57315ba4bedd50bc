namespace EasDeploy.Execution;

/// <summary>Requests per second of one run: halved when the cloud says it is too many, slowly raised again.</summary>
/// <remarks>Source: assumed; limits of the API are not published. The transport honours the pause the server asks for, call by call.</remarks>
internal sealed class RequestBudget(TimeProvider clock)
{
    private const double Most = 30;
    private const double Least = 1;
    private readonly Lock _gate = new();
    private double _perSecond = Most;
    private double _left = Most;
    private long _at = clock.GetTimestamp();

    /// <summary>Waits for its turn; at once while there is room.</summary>
    public async Task TakeAsync(CancellationToken ct)
    {
        TimeSpan pause;
        lock (_gate)
        {
            long now = clock.GetTimestamp();
            _left = Math.Min(_perSecond, _left + (clock.GetElapsedTime(_at, now).TotalSeconds * _perSecond)) - 1;
            _at = now;
            pause = _left >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_left / _perSecond);
        }

        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, clock, ct).ConfigureAwait(false);
        }
    }

    public void Throttled()
    {
        lock (_gate)
        {
            _perSecond = Math.Max(Least, _perSecond / 2);
        }
    }

    public void Succeeded()
    {
        lock (_gate)
        {
            _perSecond = Math.Min(Most, _perSecond + 0.2);
        }
    }
}
