using EasDeploy.Execution;
using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>Deletes every service of the project and waits until it is really gone.</summary>
[MSBuildMultiThreadableTask]
public sealed class DeleteEasService : EasServiceTask
{
    private protected override async Task RunAsync(OpenedRun run, CancellationToken ct)
    {
        foreach (DeploymentResult result in await new ServicesDeletion(run.Cloud, run.Surroundings, run.Progress).RunAsync(run.Services, ct).ConfigureAwait(false))
        {
            if (result.Outcome == DeploymentOutcome.Deleted)
            {
                run.Progress.Report(new DeploymentProgress(result.ServiceName, $"Service '{result.ServiceName}' is gone."));
            }
        }
    }
}
