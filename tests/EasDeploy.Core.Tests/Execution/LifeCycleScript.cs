using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Core.Tests.Execution;

/// <summary>What happens to a service from a moment on.</summary>
/// <param name="At">Seconds after its creation.</param>
internal sealed record Moment(double At)
{
    /// <summary>Status from here on; empty = there is no such service; null = as before.</summary>
    public string? Status { get; init; }

    public string? Message { get; init; }

    /// <summary>Type, reason and text of an event of this moment.</summary>
    public (string Type, string Reason, string Text)? Event { get; init; }

    /// <summary>Reason shown by the container from here on.</summary>
    public string? Container { get; init; }

    /// <summary>What DescribeService throws from here on; an exception that is none ends it.</summary>
    public Func<CloudException?>? Trouble { get; init; }

    /// <summary>What the endpoint answers from here on, by path; null = as before.</summary>
    public Func<string, ProbeAnswer>? Answers { get; init; }

    /// <summary>True: from here on the verdict of this life cycle is settled.</summary>
    public bool Decides { get; init; }
}

/// <summary>The way of one service, told in moments of the virtual clock; played by a <see cref="ScriptedCloud"/> and a <see cref="ScriptedProbe"/>.</summary>
internal sealed record LifeCycleScript(string Name, params Moment[] Moments)
{
    /// <summary>Instance types the item names, in order.</summary>
    public string? InstanceTypes { get; init; }

    public bool IsIntranetOnly { get; init; }

    /// <summary>Refuses or delays the calls beside the status.</summary>
    public Func<CloudException>? SideTrouble { get; init; }

    /// <summary>Events that an older service of this name left behind.</summary>
    public ImmutableArray<ServiceEvent> Left { get; init; } = [];

    /// <summary>The moment that settles what becomes of it; null = none does. Running alone decides when nobody asks whether it answers.</summary>
    public Moment? Decider(bool isVerified) => Moments.FirstOrDefault(moment => moment.Decides || (!isVerified && moment.Status == ServiceStatus.Running));

    public void Play(Deployment run)
    {
        DateTimeOffset created = run.Clock.GetUtcNow();
        bool isCreated = false;
        run.Cloud.OnCreate = _ =>
        {
            (created, isCreated) = (run.Clock.GetUtcNow(), true);
            return Task.CompletedTask;
        };
        run.Cloud.Describes("qwen_chat", ScriptedCloud.Absent, () => Live(created, Since()));
        run.Cloud.OnEvents = _ => SideTrouble is { } refused ? throw refused() : [.. Left, .. Happened(created, Since())];
        run.Cloud.OnInstances = _ => [new ServiceInstance("qwen-chat-0", "Pending", null, null, null, null, null, 0, 1, 0, false, null)];
        run.Cloud.OnContainers = _ => Latest(Since(), moment => moment.Container) is { } reason
            ? [new ServiceContainer("worker0", null, "Waiting", reason, null, null, 8000, 0, false)]
            : [];
        run.Probe.OnSend = (request, _) => Latest(Since(), moment => moment.Answers) is { } answers
            ? answers(ScriptedProbe.PathOf(request))
            : ScriptedProbe.Answer(200, """{"data":[{"id":"/model_dir"}]}""");

        double Since() => isCreated ? (run.Clock.GetUtcNow() - created).TotalSeconds : -1;
    }

    private LiveService? Live(DateTimeOffset created, double since)
    {
        if (Latest(since, moment => moment.Trouble) is { } trouble && trouble() is { } thrown)
        {
            throw thrown;
        }

        string status = Latest(since, moment => moment.Status) ?? "Creating";
        LiveService live = ScriptedCloud.Live(status, "qwen_chat") with { Message = Latest(since, moment => moment.Message), CreateTime = $"{created:yyyy-MM-dd'T'HH:mm:ss'Z'}" };
        return status.Length == 0 ? null : IsIntranetOnly ? live with { InternetEndpoint = null } : live;
    }

    private IEnumerable<ServiceEvent> Happened(DateTimeOffset created, double since) =>
        from moment in Moments
        where moment.At <= since && moment.Event is not null
        select new ServiceEvent(moment.Event!.Value.Type, moment.Event.Value.Reason, moment.Event.Value.Text, created.AddSeconds(moment.At));

    private T? Latest<T>(double since, Func<Moment, T?> part)
        where T : class => Moments.Where(moment => moment.At <= since).Select(part).LastOrDefault(value => value is not null);
}
