using System.Collections.Concurrent;
using System.Collections.Immutable;
using EasDeploy.Core.Tests.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Items;
using EasDeploy.Plans;
using EasDeploy.Specs;

namespace EasDeploy.Core.Tests.Execution;

/// <summary>One run of the flow against a <see cref="ScriptedCloud"/>, with everything it said.</summary>
internal sealed class Deployment : IProgress<DeploymentProgress>, IDisposable
{
    private static readonly NextCommands s_next = new(
        _ => "dotnet build -t:EasStatus", "dotnet build -t:EasResume", "dotnet build -t:EasRollback", "dotnet publish -p:DeployToEas=true");

    private readonly ConcurrentQueue<DeploymentProgress> _progress = new();
    private readonly CancellationTokenSource _cancel = new();

    public Deployment() => (Cloud, Probe) = (new ScriptedCloud(Clock), new ScriptedProbe(Clock));

    public ScriptedProbe Probe { get; }

    public JumpingClock Clock { get; } = new();

    public ScriptedCloud Cloud { get; }

    public DeploymentPolicy Policy { get; set; } = DeploymentPolicy.Default;

    public MemoryState State { get; init; } = new();

    public string RunId { get; init; } = "0123456789abcdef0123456789abcdef";

    public string Holder { get; init; } = "alice@runner-7";

    public bool IsResume { get; init; }

    public ImmutableDictionary<string, PlanDocument> Plans { get; init; } = ImmutableDictionary<string, PlanDocument>.Empty;

    public int MaxParallel { get; set; } = 4;

    public double Jitter { get; set; }

    /// <summary>Variables of the deploying process.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public ConcurrentQueue<DeploymentResult> Ended { get; } = new();

    /// <summary>Every text said, in order.</summary>
    public IReadOnlyList<string> Texts => [.. _progress.Where(said => said.Diagnostic is null).Select(said => said.Text)];

    public IReadOnlyList<Diagnostic> Findings => [.. _progress.Select(said => said.Diagnostic).OfType<Diagnostic>()];

    public IReadOnlyList<string> StatusLines => [.. Texts.Where(text => text.StartsWith('⏳') || text.StartsWith("✅ Service") || text.StartsWith("❌ Service"))];

    /// <summary>Everything a person could read: texts, findings, and results as text.</summary>
    public string Everything => string.Join("\n", _progress.Select(said => said.ToString()).Concat(Ended.Select(result =>
        result + "\n" + string.Join("\n", result.Diagnostics) + "\n" + string.Join("\n", result.Events))));

    public void Report(DeploymentProgress value) => _progress.Enqueue(value);

    public void Cancel() => _cancel.Cancel();

    /// <summary>Cancels the run at the given occurrence of a call.</summary>
    public void CancelAt(string call, int occurrence = 1)
    {
        int seen = 0;
        Cloud.OnCall = made =>
        {
            if (made == call && ++seen == occurrence)
            {
                Cancel();
            }
        };
    }

    public async Task<DeploymentResult> RunAsync(ServiceItem? item = null)
    {
        ImmutableArray<DeploymentResult> results = await RunAllAsync(item ?? SampleServices.Qwen());
        Assert.HasCount(1, results);
        return results[0];
    }

    public Task<ImmutableArray<DeploymentResult>> RunAllAsync(params ServiceItem[] items)
    {
        DeploymentSurroundings surroundings = new("cn-hangzhou", Clock, () => Jitter, MaxParallel, s_next)
        {
            Probe = Probe,
            State = State,
            RunId = RunId,
            Project = "App",
            Holder = Holder,
            ReadVariable = name => new Secret(Variables.GetValueOrDefault(name)),
        };
        ServicesDeployment deployment = new(Cloud, Cloud, surroundings, this) { Ended = Ended.Enqueue, IsResume = IsResume, Plans = Plans };
        return deployment.RunAsync([.. items.Select(item => SampleServices.Spec(item, Policy))], _cancel.Token);
    }

    public void Dispose() => _cancel.Dispose();
}
