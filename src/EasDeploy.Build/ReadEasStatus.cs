using EasDeploy.Execution;
using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>Shows how every service of the project is, and whose it is.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReadEasStatus : EasServiceTask
{
    private protected override async Task RunAsync(OpenedRun run, CancellationToken ct)
    {
        foreach (ServiceReading reading in await new ServicesStatus(run.Cloud, run.Surroundings).RunAsync(run.Services, ct).ConfigureAwait(false))
        {
            run.Progress.Report(new DeploymentProgress(reading.ServiceName, ServicesStatus.Text(reading)));
            if (reading.Finding is { } finding)
            {
                Report(finding);
            }
        }
    }
}
