using System.Text.Json.Nodes;

namespace EasDeploy.Emulator.State;

/// <summary>One service: what was asked for, where it is on its way, what happened.</summary>
internal sealed class EasService
{
    private readonly Queue<Step> _ahead = new();

    public required string Name { get; init; }

    /// <summary><c>eas-m-…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Uid of the account that created it.</summary>
    public required string OwnerUid { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    public required string AccessToken { get; set; }

    public required ServiceConfig Config { get; set; }

    public string? WorkspaceId { get; set; }

    public DateTimeOffset UpdateTime { get; set; }

    public SortedDictionary<string, string> Labels { get; } = new(StringComparer.Ordinal);

    public List<ServiceEvent> Events { get; } = [];

    /// <summary>Every status entered, oldest first.</summary>
    public List<StatusChange> Timeline { get; } = [];

    /// <summary>The version that is rolled out; versions count from 1.</summary>
    public int CurrentVersion { get; set; } = 1;

    /// <summary>Every document so far; the last one is the latest version.</summary>
    public List<ServiceVersion> Versions { get; } = [];

    /// <summary><c>none</c>, <c>dangerous</c> (no delete, no stop) or <c>all</c> (no write at all).</summary>
    public string SafetyLock { get; set; } = "none";

    /// <summary><c>standalone</c> or <c>grouping</c>, as released; null: what the document says.</summary>
    public string? TrafficState { get; set; }

    /// <summary>Canary weight as released, -1 to 1000.</summary>
    public int Weight { get; set; }

    /// <summary>Body of the autoscaler, in the spelling it was written with; null: none.</summary>
    public JsonObject? AutoScaler { get; set; }

    /// <summary>Body of the cron scaler; null: none.</summary>
    public JsonObject? CronScaler { get; set; }

    /// <summary>Instances taken out of traffic or out of the service by UpdateServiceInstance, by name.</summary>
    public Dictionary<string, JsonObject> InstanceFlags { get; } = new(StringComparer.Ordinal);

    /// <summary>How often instances were restarted on request.</summary>
    public int Restarts { get; set; }

    /// <summary>Name of the life cycle that new steps follow; null: what the document deserves.</summary>
    public string? LifeCycle { get; set; }

    public Step Current { get; private set; } = new(ServiceStatus.Creating, "Service is creating");

    public ServiceStatus Status => Current.Status;

    /// <summary>When the present status was entered.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>DescribeService calls that have shown the present status.</summary>
    public int Describes { get; set; }

    /// <summary>The next status, or null when the present one lasts.</summary>
    public Step? Next => _ahead.TryPeek(out Step? step) ? step : null;

    public int RunningInstances => Current.Serves ? Config.Instances : 0;

    /// <summary>Brings back a service that <see cref="Export"/> has written.</summary>
    public static EasService Import(ServiceState state)
    {
        var service = new EasService
        {
            Name = state.Name,
            Id = state.Id,
            OwnerUid = state.OwnerUid,
            AccessToken = state.AccessToken,
            CreateTime = state.CreateTime,
            UpdateTime = state.UpdateTime,
            WorkspaceId = state.WorkspaceId,
            Config = new ServiceConfig(state.Config),
            CurrentVersion = state.CurrentVersion,
            SafetyLock = state.SafetyLock,
            TrafficState = state.TrafficState,
            Weight = state.Weight,
            AutoScaler = state.AutoScaler,
            CronScaler = state.CronScaler,
            LifeCycle = state.LifeCycle,
            Restarts = state.Restarts,
            Current = state.Current,
            EnteredAt = state.EnteredAt,
            Describes = state.Describes,
        };
        foreach ((string key, string value) in state.Labels)
        {
            service.Labels[key] = value;
        }

        foreach ((string instance, JsonObject flags) in state.InstanceFlags)
        {
            service.InstanceFlags[instance] = flags;
        }

        service.Versions.AddRange(state.Versions.Select(v => new ServiceVersion(new ServiceConfig(v.Config), v.BuildTime)));
        service.Events.AddRange(state.Events);
        service.Timeline.AddRange(state.Timeline);
        foreach (Step step in state.Ahead)
        {
            service._ahead.Enqueue(step);
        }

        return service;
    }

    public ServiceState Export() => new()
    {
        Name = Name,
        Id = Id,
        OwnerUid = OwnerUid,
        AccessToken = AccessToken,
        CreateTime = CreateTime,
        UpdateTime = UpdateTime,
        WorkspaceId = WorkspaceId,
        Labels = Labels,
        Config = Config.Document,
        Versions = [.. Versions.Select(v => new VersionState(v.Config.Document, v.BuildTime))],
        CurrentVersion = CurrentVersion,
        SafetyLock = SafetyLock,
        TrafficState = TrafficState,
        Weight = Weight,
        AutoScaler = AutoScaler,
        CronScaler = CronScaler,
        InstanceFlags = InstanceFlags,
        LifeCycle = LifeCycle,
        Restarts = Restarts,
        Current = Current,
        Ahead = [.. _ahead],
        EnteredAt = EnteredAt,
        Describes = Describes,
        Events = Events,
        Timeline = Timeline,
    };

    /// <summary>Enters the first of <paramref name="steps"/> now; the others follow at the emulator's pace.</summary>
    public void Follow(IEnumerable<Step> steps, DateTimeOffset now)
    {
        _ahead.Clear();
        foreach (Step step in steps)
        {
            _ahead.Enqueue(step);
        }

        EnterNext(now);
    }

    /// <summary>Takes a document as the newest version and rolls it out.</summary>
    public void Adopt(ServiceConfig config, DateTimeOffset now)
    {
        Config = config;
        Versions.Add(new ServiceVersion(config, now));
        CurrentVersion = Versions.Count;
        AutoScaler = config.At("autoscaler") is JsonObject scaler ? scaler.DeepClone().AsObject() : AutoScaler;
        CronScaler = config.At("cronscaler") is JsonObject jobs ? jobs.DeepClone().AsObject() : CronScaler;
    }

    /// <exception cref="InvalidOperationException">The step is not a declared transition: a bug of the emulator.</exception>
    public void EnterNext(DateTimeOffset at)
    {
        Step step = _ahead.Dequeue();
        if (Timeline.Count > 0 && !Transitions.IsLegal(Status, step.Status))
        {
            throw new InvalidOperationException($"emulator: {Status} -> {step.Status} is no declared transition");
        }

        Current = step;
        EnteredAt = at;
        UpdateTime = at;
        Describes = 0;
        Timeline.Add(new StatusChange(step.Status, at));
        Events.AddRange(step.Events.Select(e => new ServiceEvent(e.Type, e.Reason, e.Message, WholeSecond(at), e.Resource)));
    }

    /// <summary>The API shows and filters event times by whole seconds.</summary>
    private static DateTimeOffset WholeSecond(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}

/// <summary>A document a service has had.</summary>
internal sealed record ServiceVersion(ServiceConfig Config, DateTimeOffset BuildTime);
