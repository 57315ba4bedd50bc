using System.Collections.Immutable;
using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Reads events, instances and containers beside the status, within a budget, and says when a start cannot succeed any more.</summary>
/// <remarks>
/// Source: design ruling K8. The budget is ours: events with every poll of the first two minutes, then with every second one and whenever the service
/// changed; instances and containers with the polls in between, two instances at most; so nothing that decides waits longer than for the second poll.
/// What cannot be read is left alone for a while, and for good when it is refused.
/// </remarks>
internal sealed class EarlySigns(IControlPlane controlPlane, StartingService service, DeploymentLog log)
{
    private const int InstancesEvery = 2;
    private const int PollsLeftAlone = 6;
    private static readonly TimeSpan s_closely = TimeSpan.FromMinutes(2);
    private const int InstancesLookedInto = 2;
    private readonly StartSigns _signs = new(service);
    private readonly HashSet<string> _said = [];
    private (string Status, string? Reason, string? Message, int? Running) _shown;
    private int _polls;
    private int _resumeAt;
    private bool _isRefused;

    /// <summary>Events of this start, as read so far.</summary>
    public IReadOnlyCollection<ServiceEvent> Events => _signs.Events;

    /// <summary>Takes one look at the service that is not settled.</summary>
    /// <param name="at">Since the wait began.</param>
    /// <returns>Whether anything changed since the last look, and the row that decides; null = none.</returns>
    public async Task<(bool IsChanged, FailureReason? Verdict)> LookAsync(LiveService live, TimeSpan at, CancellationToken ct)
    {
        log.Hide(live.AccessToken);
        var shown = (live.Status, live.Reason, live.Message, live.RunningInstance);
        bool isChanged = shown != _shown;
        _shown = shown;
        _polls++;
        _signs.Read(live, at);
        if (!_isRefused && _polls >= _resumeAt)
        {
            isChanged |= await ReadAsync(live, isChanged, at, ct).ConfigureAwait(false);
        }

        return (isChanged, _signs.Verdict(at));
    }

    private async Task<bool> ReadAsync(LiveService live, bool isChanged, TimeSpan at, CancellationToken ct)
    {
        try
        {
            bool hasNews = false;
            bool isTurnOfInstances = _polls % InstancesEvery == 0;
            if (isChanged || at < s_closely || !isTurnOfInstances)
            {
                IReadOnlyList<ServiceEvent> events = await controlPlane.DescribeServiceEventAsync(service.Name, ct).ConfigureAwait(false);
                ImmutableArray<ServiceEvent> news = _signs.Read(events, Time(live.CreateTime), at);
                hasNews = !news.IsEmpty;
                Say(news);
            }

            if (isTurnOfInstances && _signs.Verdict(at) is null)
            {
                await ReadInstancesAsync(at, ct).ConfigureAwait(false);
            }

            return hasNews;
        }
        catch (CloudException exception)
        {
            // The status decides; these calls only make the verdict earlier.
            _isRefused = !PassingFault.Is(exception);
            _resumeAt = _polls + PollsLeftAlone;
            if (_isRefused)
            {
                log.Say($"The wait goes on by status alone: {exception.Message}");
            }

            return false;
        }
    }

    private async Task ReadInstancesAsync(TimeSpan at, CancellationToken ct)
    {
        ImmutableArray<ServiceInstance> instances = await controlPlane.ListServiceInstancesAsync(service.Name, ct).ConfigureAwait(false);
        IEnumerable<ServiceInstance> troubled = instances
            .Where(instance => instance.Status != ServiceStatus.Running).OrderByDescending(instance => instance.RestartCount).Take(InstancesLookedInto);
        foreach (ServiceInstance instance in troubled)
        {
            _signs.Read(instance, await controlPlane.ListServiceContainersAsync(service.Name, instance.Name, ct).ConfigureAwait(false), at);
        }
    }

    // Each warning once, however often it comes again.
    private void Say(ImmutableArray<ServiceEvent> news)
    {
        foreach (ServiceEvent happened in news.Where(happened => happened.Type != "Normal"))
        {
            string line = ResultText.Line(happened);
            if (_said.Add(line))
            {
                log.Say($"Event: {line}");
            }
        }
    }

    /// <summary>A time of the cloud, in whole seconds as its events have it; null = no time.</summary>
    internal static DateTimeOffset? Time(string? text) => DateTimeOffset.TryParse(
        text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
        ? time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond))
        : null;
}
