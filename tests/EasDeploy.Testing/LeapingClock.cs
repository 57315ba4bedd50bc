namespace EasDeploy.Testing;

/// <summary>A clock whose time of day is its own: timestamps and timers are those of another one.</summary>
/// <param name="timers">Clock of timestamps and timers.</param>
/// <param name="wall">Time of day.</param>
public sealed class LeapingClock(TimeProvider timers, Func<DateTimeOffset> wall) : TimeProvider
{
    /// <summary>How far the time of day is off: somebody sets it while a run goes on.</summary>
    public TimeSpan Leap { get; set; }

    public override long TimestampFrequency => timers.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => wall() + Leap;

    public override long GetTimestamp() => timers.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        timers.CreateTimer(callback, state, dueTime, period);
}
