using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>One service while it is being changed: what every part of that work shares. Used once.</summary>
internal sealed class ServiceChange
{
    public ServiceChange(ServiceSpec spec, IControlPlane controlPlane, DeploymentSurroundings surroundings, IProgress<DeploymentProgress> progress)
    {
        (Spec, Surroundings) = (spec, surroundings);
        Log = new DeploymentLog(spec.Name, progress);
        Writes = new WriteBrackets(
            surroundings.State, surroundings.Clock, reason => Log.Add(DeploymentDiagnostics.JournalLost.At(spec.Location, spec.Name, reason)));
        ControlPlane = new JournaledControlPlane(controlPlane, Writes);
        Wait = new ServiceWait(ControlPlane, surroundings.Clock, surroundings.Jitter, Log.Say);
        Watch = new StartWatch(ControlPlane, surroundings, Wait, Log);
        Removal = new ServiceRemoval(spec, ControlPlane, surroundings, Wait, Log);
        Lease = ServiceLease.Of(surroundings, spec.WaitTimeout);
        (StartedAt, _start) = (surroundings.Clock.GetUtcNow(), surroundings.Clock.GetTimestamp());
    }

    private readonly long _start;

    public ServiceSpec Spec { get; }

    public string Name => Spec.Name;

    public DeploymentSurroundings Surroundings { get; }

    public DeploymentLog Log { get; }

    public WriteBrackets Writes { get; }

    /// <summary>Journals every write.</summary>
    public IControlPlane ControlPlane { get; }

    public ServiceWait Wait { get; }

    public StartWatch Watch { get; }

    public ServiceRemoval Removal { get; }

    public ServiceLease Lease { get; }

    public DateTimeOffset StartedAt { get; }

    public int Seconds => (int)Surroundings.Clock.GetElapsedTime(_start).TotalSeconds;

    /// <summary>The service before, as the state folder holds it; null = none was taken.</summary>
    public ServiceBackup? Backup { get; set; }

    /// <summary>Unfinished journal of an earlier run; null = none.</summary>
    public DeploymentJournal? Earlier { get; set; }

    /// <summary>Runs of the journal that was found, finished or not; newest first.</summary>
    public ImmutableArray<string> EarlierRuns { get; set; } = [];

    /// <summary>True for a run whose work this one goes on with.</summary>
    public bool IsOwnRun(string? run) => run is not null && (run == Surroundings.RunId || EarlierRuns.Contains(run));

    /// <summary>True for what this run, or one it goes on with, has made.</summary>
    public bool IsOurs(LiveService live) => IsOwnRun(ServiceLabels.RunOf(live));

    /// <summary>True for the old one, created again from its backup.</summary>
    public bool IsRestored(LiveService live) => IsOurs(live) && ServiceLabels.ConfigOf(live) == ServiceLabels.Restored;

    public void Add(DiagnosticDescriptor descriptor, params object?[] arguments) => Log.Add(descriptor.At(Spec.Location, [Name, .. arguments]));

    /// <summary>Describes the service; outlives what passes by itself.</summary>
    public Task<LiveService?> LookAsync(CancellationToken ct) =>
        PassingFault.OutliveAsync(() => ControlPlane.DescribeServiceAsync(Name, ct), Surroundings.Clock, Log.Say, ct);

    /// <summary>The service before, on its way back: it has to answer, and its model is not asked for.</summary>
    public StartingService OldService() => new(Spec, ImageFamily.Other, "", Spec.WaitTimeout)
    {
        Verify = Spec.Policy.Verify == VerifyLevel.None ? VerifyLevel.None : VerifyLevel.Gateway,
    };

    public DeploymentJournal NewJournal(string? configHash, LiveService? before) => new()
    {
        Service = Name,
        Region = Surroundings.Region,
        Account = Surroundings.Account,
        Project = Surroundings.Project,
        Run = Surroundings.RunId,
        EarlierRuns = EarlierRuns,
        StartedAt = StartedAt,
        ConfigHash = configHash,
        CreatedBefore = before?.CreateTime,
    };
}
