using System.Collections.Immutable;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Deployments;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Items.Projects;
using EasDeploy.Specs;
using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>A task that opens the cloud and does something with every service of the project.</summary>
/// <remarks>Credentials are found here, in process; they are never an input.</remarks>
public abstract class EasServiceTask : EasTask
{
    /// <summary>Services side by side; empty = 4.</summary>
    public string MaxParallel { get; set; } = "";

    /// <summary>Full path of the state folder: journal, backups, locks.</summary>
    [Required]
    public string StatePath { get; set; } = "";

    /// <summary><c>$(_MSBUILDTLENABLED)</c>: <c>1</c> when the engine shows its terminal logger.</summary>
    public string TerminalLogger { get; set; } = "";

    /// <summary>Full path; <c>&lt;name&gt;/deployment.json</c> goes below it.</summary>
    [Required]
    public string OutputPath { get; set; } = "";

    /// <summary><c>$(Configuration)</c>: a command to go on with must write its record where this run writes it.</summary>
    public string Configuration { get; set; } = "";

    /// <summary><c>$(MSBuildStartupDirectory)</c>: commands to paste are written for whoever stands there; empty = beside the project.</summary>
    public string StartFolder { get; set; } = "";

    /// <summary>Full path of the warnings already shown by the check of this build.</summary>
    [Required]
    public string DiagnosticsFile { get; set; } = "";

    private protected sealed override async Task RunAsync(CancellationToken ct)
    {
        PolicyProperties properties = Properties();
        int maxParallel = properties.Number("EasMaxParallel", MaxParallel, 1) ?? 4;
        CloudAccess access = CloudAccess(properties);
        (ImmutableArray<ServiceSpec> specs, ImmutableArray<Diagnostic> findings) = ReadServices(properties);
        Report(findings);
        if (Log.HasLoggedErrors || specs.IsEmpty)
        {
            return;
        }

        string runId = RunId.Of(BuildEngine4);
        using AliyunCloud cloud = await access.OpenAsync(runId, ct).ConfigureAwait(false);
        using ServiceProbe probe = new(access.UserAgentFor(runId));
        DeploymentSurroundings surroundings = await LocalSurroundings.OfAsync(
            cloud, probe, access.FindRegion()!, access.IsEmulated, StatePath, Path.GetFileNameWithoutExtension(ProjectFile), runId, maxParallel,
            FollowUp.Of(BuildEngine, ProjectFile, StartFolder, Configuration).Commands(access.IsEmulated), ct).ConfigureAwait(false);
        ProgressLog progress = new(Log, ProjectFile, access.IsEmulated, TerminalLogger == "1", DiagnosticsCache.Read(DiagnosticsFile));
        await RunAsync(new OpenedRun(specs, cloud, surroundings, progress, access.IsEmulated), ct).ConfigureAwait(false);
    }

    private protected abstract Task RunAsync(OpenedRun run, CancellationToken ct);
}

/// <summary>What a task works with once the cloud is open.</summary>
internal sealed record OpenedRun(
    ImmutableArray<ServiceSpec> Services, AliyunCloud Cloud, DeploymentSurroundings Surroundings, ProgressLog Progress, bool IsEmulated);
