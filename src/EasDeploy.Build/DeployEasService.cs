using System.Collections.Immutable;
using EasDeploy.Aliyun.Deployments;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Plans;
using EasDeploy.Specs;
using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>Deploys every service of the project side by side and waits until each is Running, has failed, or its limit is reached.</summary>
/// <remarks>Ctrl+C ends the wait, not the deployment.</remarks>
[MSBuildMultiThreadableTask]
public sealed class DeployEasService : EasServiceTask
{
    /// <summary>True = go on with what is under way, start nothing anew.</summary>
    public bool Resume { get; set; }

    /// <summary>Full path of a folder with <c>&lt;name&gt;.plan.json</c>: exactly these plans are applied. Empty = plans are made now.</summary>
    public string PlanPath { get; set; } = "";

    /// <summary>What became of each service: identity = its name. Also set when one has failed.</summary>
    [Output]
    public ITaskItem[] Deployments { get; private set; } = [];

    private protected override async Task RunAsync(OpenedRun run, CancellationToken ct)
    {
        if (ReadPlans(run.Services) is not { } plans)
        {
            return;
        }

        DeploymentFiles files = new(OutputPath, run.Surroundings.Region, run.IsEmulated);
        files.Begin(run.Services);
        ImmutableArray<DeploymentResult> results = await new ServicesDeployment(run.Cloud, run.Cloud, run.Surroundings, run.Progress)
        {
            Ended = result => Record(files, result),
            IsResume = Resume,
            Plans = plans,
        }.RunAsync(run.Services, ct).ConfigureAwait(false);
        Deployments = DeploymentItems.Of(results, files, run.Surroundings.Region, run.IsEmulated);
        run.Progress.Close(results);
    }

    /// <returns>Null when a plan is missing or unreadable: then nothing is deployed.</returns>
    private ImmutableDictionary<string, PlanDocument>? ReadPlans(ImmutableArray<ServiceSpec> services)
    {
        ImmutableDictionary<string, PlanDocument> plans = ImmutableDictionary<string, PlanDocument>.Empty;
        foreach (ServiceSpec service in PlanPath.Length == 0 ? [] : services)
        {
            string path = PlanFiles.PathOf(PlanPath, service.Name);
            if (!File.Exists(path) || PlanDocument.Read(File.ReadAllBytes(path)) is not { } plan)
            {
                Report(DeploymentDiagnostics.PlanMoved.At(service.Location, service.Name, $"'{path}' is no plan of this version"));
                continue;
            }

            plans = plans.SetItem(service.Name, plan);
        }

        return Log.HasLoggedErrors ? null : plans;
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
