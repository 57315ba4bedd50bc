using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace EasDeploy.Build;

/// <summary>Shows a deployment in the build's log, block by block.</summary>
/// <param name="shown">Warnings the check of this build has shown; they are not repeated.</param>
internal sealed class ProgressLog(TaskLoggingHelper log, string projectFile, bool isEmulated, IReadOnlyList<Diagnostic> shown) : IProgress<DeploymentProgress>
{
    public void Report(DeploymentProgress value)
    {
        if (value.Diagnostic is { } finding)
        {
            if (!shown.Contains(finding))
            {
                log.LogDiagnostic(finding, projectFile);
            }

            return;
        }

        string who = isEmulated ? $"[{value.ServiceName}, emulator]" : $"[{value.ServiceName}]";
        string separator = value.Text.Contains('\n', StringComparison.Ordinal) ? "\n" : " ";
        log.LogMessage(MessageImportance.High, "{0}", who + separator + value.Text);
    }

    /// <summary>The closing lines: one per service.</summary>
    public void Close(IReadOnlyList<DeploymentResult> results)
    {
        foreach (DeploymentResult result in results)
        {
            log.LogMessage(MessageImportance.Normal, "[output] {0}: {1}", result.ServiceName, result.Outcome);
        }
    }
}
