using System.Collections.Immutable;

namespace EasDeploy.Execution;

/// <summary>Weighs what is seen of a starting service against <see cref="FailureReasons"/>. Holds no clock: every sighting brings its time.</summary>
/// <param name="service">Its name may hold a sign itself and is taken out of every text.</param>
internal sealed class StartSigns(StartingService service)
{
    private readonly Dictionary<FailureReason, Tally> _tallies = [];
    private readonly HashSet<ServiceEvent> _read = [];

    /// <summary>Events that belong to this start, as read so far.</summary>
    public IReadOnlyCollection<ServiceEvent> Events => _read;

    /// <summary>What the service says of itself. Running is no trouble, whatever its message.</summary>
    public void Read(LiveService live, TimeSpan at)
    {
        if (live.Status != ServiceStatus.Running)
        {
            See($"{live.Reason}: {live.Message}", $"status {live.Reason} {live.Message}", at);
        }
    }

    /// <summary>Events in any order; those read before, and those from before this start, are left out.</summary>
    /// <param name="createTime">As the cloud's clock wrote it; null = not known.</param>
    /// <returns>The new ones, oldest first.</returns>
    public ImmutableArray<ServiceEvent> Read(IEnumerable<ServiceEvent> events, DateTimeOffset? createTime, TimeSpan at)
    {
        // Events are kept for days and by name: those of the service deleted before, or of the version before, say nothing about this one.
        ImmutableArray<ServiceEvent> news =
        [
            .. events
                .Where(happened => !service.EventsBefore.Contains(happened) && !(happened.Time < createTime) && _read.Add(happened))
                .OrderBy(happened => happened.Time ?? DateTimeOffset.MinValue),
        ];
        foreach (ServiceEvent happened in news)
        {
            if (happened.Type == "Normal")
            {
                Clear(happened.Reason);
            }
            else
            {
                See($"{happened.Reason}: {happened.Message}", $"event {happened.Time:O} {happened.Message}", at, isEvent: true);
            }
        }

        return news;
    }

    public void Read(ServiceInstance instance, IEnumerable<ServiceContainer> containers, TimeSpan at)
    {
        See(instance.Reason ?? "", $"instance {instance.Name} {instance.Reason} {instance.RestartCount}", at);
        foreach (ServiceContainer container in containers.Where(container => !container.Ready))
        {
            See($"{container.CurrentReason} {container.LastReason}", $"container {instance.Name} {container.Name} {container.RestartCount}", at);
        }
    }

    /// <summary>The row that decides at this moment; null = none does.</summary>
    public FailureReason? Verdict(TimeSpan at) => _tallies
        .Where(pair => Decides(pair.Key, pair.Value, at))
        .Select(pair => pair.Key)
        .OrderBy(row => row.IsSymptom)
        .ThenBy(row => FailureReasons.Table.IndexOf(row))
        .FirstOrDefault();

    private bool Decides(FailureReason row, Tally tally, TimeSpan at) => row.Class switch
    {
        ReasonClass.Terminal => !row.IsPerInstanceType || service.InstanceTypes <= 1 || tally.Events >= service.InstanceTypes,
        ReasonClass.Suspicious => tally.Seen.Count >= (row.Times ?? int.MaxValue) || at - tally.First >= (row.Lasting ?? TimeSpan.MaxValue),
        _ => false,
    };

    // A text counts for its gravest row only: "Back-off pulling image" is no second suspicion.
    private void See(string text, string key, TimeSpan at, bool isEvent = false)
    {
        string read = text.Replace(service.Name, "", StringComparison.OrdinalIgnoreCase);
        FailureReason? row = FailureReasons.Table.Where(known => known.IsSeenIn(read)).OrderByDescending(known => known.Class).FirstOrDefault();
        if (row is null)
        {
            return;
        }

        if (!_tallies.TryGetValue(row, out Tally? tally))
        {
            _tallies.Add(row, tally = new Tally(at));
        }

        if (tally.Seen.Add(key) && isEvent)
        {
            tally.Events++;
        }
    }

    private void Clear(string reason)
    {
        foreach (FailureReason row in _tallies.Keys.Where(row => row.ClearedBy.Contains(reason)).ToList())
        {
            _tallies.Remove(row);
        }
    }

    private sealed class Tally(TimeSpan first)
    {
        public TimeSpan First { get; } = first;

        public HashSet<string> Seen { get; } = [];

        public int Events { get; set; }
    }
}
