namespace EasDeploy.Aliyun.Transports.Retries;

/// <summary>Attempts per second of one transport, shared by everything a run does: a hundred services that poll must not throttle each other out.</summary>
/// <remarks>
/// Source: assumed; limits of the API are not published (openapi.md section 12), so none is assumed: the pace follows the share of attempts that is let
/// through. Under a fixed limit it settles a little above that limit; a cloud that refuses a fifth whatever the pace does not slow a run down.
/// Each attempt counts, repeated ones too. The pause the server asks for is honoured beside it, call by call.
/// </remarks>
internal sealed class RequestPace(TimeProvider clock)
{
    /// <summary>As good as no limit for one client, until the cloud says otherwise.</summary>
    private const double Most = 500;

    private const double Least = 2;

    /// <summary>How far the pace goes above what is let through: room to find out that more would be. Below 23 % refused it rises.</summary>
    private const double Headroom = 1.3;

    /// <summary>Answers that a verdict on the pace needs: fewer say too little.</summary>
    private const int FewestAnswers = 20;

    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private double _perSecond = Most;
    private double _left = Most;
    private long _at = clock.GetTimestamp();
    private long _windowStart = clock.GetTimestamp();
    private int _answers;
    private int _refused;

    /// <summary>Attempts per second at this moment.</summary>
    public double PerSecond
    {
        get
        {
            lock (_gate)
            {
                return _perSecond;
            }
        }
    }

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

    /// <param name="isThrottled">The cloud said that it is too much.</param>
    public void Answered(bool isThrottled)
    {
        lock (_gate)
        {
            _answers++;
            _refused += isThrottled ? 1 : 0;
            long now = clock.GetTimestamp();
            if (_answers < FewestAnswers || clock.GetElapsedTime(_windowStart, now) < s_window)
            {
                return;
            }

            double share = (double)(_answers - _refused) / _answers;
            _perSecond = Math.Clamp(_perSecond * Headroom * share, Least, Most);
            (_answers, _refused, _windowStart) = (0, 0, now);
        }
    }
}
