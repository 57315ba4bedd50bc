namespace EasDeploy.Testing;

/// <summary>A clock whose every pause is over at once: thousands of deployments in seconds, each on one thread.</summary>
public sealed class InstantClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 22, 22, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public void Advance(TimeSpan time) => _now += time;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            _now += dueTime;
        }

        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            callback(state);
        }

        return new Over();
    }

    private sealed class Over : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
