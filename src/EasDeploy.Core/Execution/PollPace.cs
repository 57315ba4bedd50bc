namespace EasDeploy.Execution;

/// <summary>Pauses between two status calls: 1, 1, 2, 2, 3, 3, … s, each up to a fifth longer; from the start again after a change.</summary>
/// <param name="jitter">A number in [0, 1) per call.</param>
/// <remarks>
/// Source: design ruling K8: at most 240 calls per 10 min. 203 calls at most without a change, and each change costs two more;
/// beyond <see cref="ChangesInWindow"/> changes the pace stays slow.
/// </remarks>
internal sealed class PollPace(Func<double> jitter)
{
    private const int ChangesInWindow = 17;
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(10);
    private readonly Queue<TimeSpan> _changes = new();
    private int _step;

    /// <summary>Something happened at this moment: more may follow soon.</summary>
    public void Quicken(TimeSpan at)
    {
        while (_changes.TryPeek(out TimeSpan oldest) && at - oldest >= s_window)
        {
            _changes.Dequeue();
        }

        if (_changes.Count < ChangesInWindow)
        {
            _changes.Enqueue(at);
            _step = 0;
        }
    }

    /// <param name="left">Time until the limit: the last look comes just then.</param>
    public TimeSpan Next(TimeSpan left)
    {
        TimeSpan pause = TimeSpan.FromSeconds(Math.Min((++_step + 1) / 2, 3) * (1 + (jitter() / 5)));
        return pause < left ? pause : left;
    }
}
