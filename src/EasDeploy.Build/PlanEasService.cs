using EasDeploy.Aliyun;
using EasDeploy.Execution;
using EasDeploy.Plans;
using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>Says what a deployment would do to every service of the project, and saves each plan. Reads only.</summary>
[MSBuildMultiThreadableTask]
public sealed class PlanEasService : EasServiceTask
{
    /// <summary>Full path of the folder that gets <c>&lt;name&gt;.plan.json</c>.</summary>
    [Required]
    public string PlanPath { get; set; } = "";

    /// <summary>Full paths of the plans written.</summary>
    [Output]
    public string[] PlanFilesWritten { get; private set; } = [];

    private protected override async Task RunAsync(OpenedRun run, CancellationToken ct)
    {
        List<string> written = [];
        foreach (PlannedService planned in await new ServicesPlanning(run.Cloud, run.Cloud, run.Surroundings, run.Progress).RunAsync(run.Services, ct).ConfigureAwait(false))
        {
            if (planned.Plan is { } plan)
            {
                string path = PlanFiles.PathOf(PlanPath, planned.ServiceName);
                OutputFile.Write(path, PlanDocument.Write(PlanDocument.Of(plan, run.Surroundings.Region)));
                Log.LogMessage(MessageImportance.High, "{0}", $"{planned.ServiceName} -> {path}");
                written.Add(path);
            }
        }

        PlanFilesWritten = [.. written];
    }
}
