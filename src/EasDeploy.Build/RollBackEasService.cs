using EasDeploy.Execution;
using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>Brings every service of the project back to what it was before the last deployment.</summary>
[MSBuildMultiThreadableTask]
public sealed class RollBackEasService : EasServiceTask
{
    private protected override async Task RunAsync(OpenedRun run, CancellationToken ct) =>
        run.Progress.Close(await new ServicesRollback(run.Cloud, run.Surroundings, run.Progress).RunAsync(run.Services, ct).ConfigureAwait(false));
}
