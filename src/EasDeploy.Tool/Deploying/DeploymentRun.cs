using System.Collections.Immutable;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Deployments;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Plans;
using EasDeploy.Specs;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Deploying;

/// <summary>A run of the engine: the services, an open cloud, and what happens where it is shown.</summary>
internal sealed class DeploymentRun : IDisposable
{
    private readonly ServiceProbe _probe;

    private DeploymentRun(ServicesToDeploy wanted, AliyunCloud cloud, ServiceProbe probe, DeploymentSurroundings surroundings, ToolConsole console)
    {
        (Services, Plans, IsEmulated) = (wanted.Services, wanted.Plans, wanted.Access.IsEmulated);
        (Cloud, _probe, Surroundings) = (cloud, probe, surroundings);
        Progress = new ProgressLines(console, IsEmulated);
        OutputPath = wanted.OutputPath.Length > 0 ? wanted.OutputPath : Path.Combine(console.Folder, ServicesToDeploy.OutputFolder);
    }

    public ImmutableArray<ServiceSpec> Services { get; }

    /// <summary>Saved plans by service name; a service without one is planned now.</summary>
    public ImmutableDictionary<string, PlanDocument> Plans { get; }

    public AliyunCloud Cloud { get; }

    public bool IsEmulated { get; }

    public ProgressLines Progress { get; }

    /// <summary>Full path of the folder with one folder for each service.</summary>
    public string OutputPath { get; }

    public DeploymentSurroundings Surroundings { get; }

    /// <param name="next">What a person types after this run.</param>
    /// <exception cref="CloudException">EAS70xx: no region, no credentials, no emulator.</exception>
    public static async Task<DeploymentRun> OpenAsync(ServicesToDeploy wanted, NextCommands next, ToolConsole console, CancellationToken ct)
    {
        string runId = UserAgent.NewRunId();
        AliyunCloud cloud = await wanted.Access.OpenAsync(runId, ct);
        string region = wanted.Access.FindRegion()!;
        ServiceProbe probe = new(wanted.Access.UserAgentFor(runId));
        DeploymentSurroundings surroundings = await LocalSurroundings.OfAsync(
            cloud,
            probe,
            region,
            wanted.Access.IsEmulated,
            wanted.StatePath.Length > 0 ? wanted.StatePath : LocalSurroundings.UserStatePath(cloud, region),
            wanted.Project,
            runId,
            wanted.MaxParallel,
            next,
            ct);
        return new DeploymentRun(wanted, cloud, probe, surroundings, console);
    }

    public void Dispose()
    {
        _probe.Dispose();
        Cloud.Dispose();
    }
}
