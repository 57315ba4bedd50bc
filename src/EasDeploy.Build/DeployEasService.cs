using System.Collections.Immutable;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Items.Projects;
using EasDeploy.Specs;
using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>Deploys every service of the project side by side and waits until each is Running, has failed, or its limit is reached.</summary>
/// <remarks>Ctrl+C ends the wait, not the deployment. Credentials are found here, in process; they are never an input.</remarks>
[MSBuildMultiThreadableTask]
public sealed class DeployEasService : EasTask
{
    /// <summary>Services side by side; empty = 4.</summary>
    public string MaxParallel { get; set; } = "";

    /// <summary><c>$(_MSBUILDTLENABLED)</c>: <c>1</c> when the engine shows its terminal logger.</summary>
    public string TerminalLogger { get; set; } = "";

    /// <summary>Full path; <c>&lt;name&gt;/deployment.json</c> goes below it.</summary>
    [Required]
    public string OutputPath { get; set; } = "";

    /// <summary>Full path of the warnings already shown by the check of this build.</summary>
    [Required]
    public string DiagnosticsFile { get; set; } = "";

    /// <summary>What became of each service: identity = its name. Also set when one has failed.</summary>
    [Output]
    public ITaskItem[] Deployments { get; set; } = [];

    private protected override async Task RunAsync(CancellationToken ct)
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
        string region = access.FindRegion()!;
        DeploymentFiles files = new(OutputPath, region, access.IsEmulated);
        files.Begin(specs);
        using ServiceProbe probe = new(access.UserAgentFor(runId));
        DeploymentSurroundings surroundings = new(
            region, TimeProvider.System, Random.Shared.NextDouble, maxParallel, "'dotnet publish -p:DeployToEas=true -p:EasOnExisting=Fail'")
        {
            Probe = probe,
            ReadVariable = name => new Secret(CredentialPlaces.OfThisProcess.GetEnvironmentVariable(name)),
        };
        ProgressLog progress = new(Log, ProjectFile, access.IsEmulated, TerminalLogger == "1", DiagnosticsCache.Read(DiagnosticsFile));
        ImmutableArray<DeploymentResult> results = await new ServicesDeployment(cloud, cloud, surroundings, progress)
        {
            Ended = result => Record(files, result),
        }.RunAsync(specs, ct).ConfigureAwait(false);
        progress.Close(results);
        Deployments = files.Items(results);
    }

    // One file that cannot be written must not end the other deployments.
    private void Record(DeploymentFiles files, DeploymentResult result)
    {
        try
        {
            if (files.End(result) is { } summary)
            {
                Log.LogMessage(MessageImportance.High, "[{0}] Diagnosis: {1}", result.ServiceName, summary);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(BuildDiagnostics.CannotWrite.At(
                new SourceLocation(ProjectFile, 0, 0), $"deployment.json of {result.ServiceName}", exception.Message.TrimEnd('.')));
        }
    }
}
