using Microsoft.Extensions.Time.Testing;

namespace EasDeploy.Core.Tests.Execution;

/// <summary>A clock that jumps to the end of every pause as soon as it begins: nothing really waits.</summary>
internal sealed class JumpingClock : FakeTimeProvider
{
    public JumpingClock()
        : base(new DateTimeOffset(2026, 11, 22, 22, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>How far the wall clock is off: somebody sets it while a run goes on. Timestamps and timers know nothing of it.</summary>
    public TimeSpan Leap { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Leap;

    // That of the base asks for the wall clock.
    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
        {
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
