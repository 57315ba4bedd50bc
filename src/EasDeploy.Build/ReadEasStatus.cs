using EasDeploy.Execution;
using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>Shows how every service of the project is, and whose it is.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReadEasStatus : EasServiceTask
{
    private protected override async Task RunAsync(OpenedRun run, CancellationToken ct)
    {
        ServicesStatus status = new(run.Cloud, run.Surroundings);
        foreach (ServiceReading reading in await status.RunAsync(run.Services, ct).ConfigureAwait(false))
        {
            run.Progress.Report(new DeploymentProgress(reading.ServiceName, status.Text(reading)));
            if (reading.Finding is { } finding)
            {
                Report(finding);
            }
        }
    }
}
