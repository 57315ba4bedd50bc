namespace EasDeploy.Emulator.Hosting;

/// <summary>Ends an emulator nobody asks any more.</summary>
internal sealed class IdleEnd : IDisposable
{
    private readonly ITimer? _timer;
    private readonly TimeProvider _clock;
    private long _lastRequest;

    /// <param name="end">Called once the limit has passed without <see cref="Touch"/>.</param>
    public IdleEnd(EmulatorOptions options, Action end)
    {
        _clock = options.TimeProvider;
        Touch();
        if (options.IdleLimit is TimeSpan limit)
        {
            TimeSpan look = limit / 10;
            _timer = _clock.CreateTimer(_ =>
            {
                if (_clock.GetElapsedTime(Interlocked.Read(ref _lastRequest)) >= limit)
                {
                    end();
                }
            }, null, look, look);
        }
    }

    public void Touch() => Interlocked.Exchange(ref _lastRequest, _clock.GetTimestamp());

    public void Dispose() => _timer?.Dispose();
}
