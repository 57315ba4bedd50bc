using System.Text;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace EasDeploy.Build;

/// <summary>Shows a deployment in the build's log, block by block, in a plain log and in the terminal logger.</summary>
/// <param name="isTerminalLogger">The engine shows its terminal logger: see docs/adr/0005-progress-in-the-terminal-logger.md.</param>
/// <param name="shown">Warnings the check of this build has shown; they are not repeated.</param>
internal sealed class ProgressLog(
    TaskLoggingHelper log, string projectFile, bool isEmulated, bool isTerminalLogger, IReadOnlyList<Diagnostic> shown) : IProgress<DeploymentProgress>
{
    // The terminal logger hides High messages, except those that carry this word: it shows them at once, above its live lines.
    private const string ShownAtOnce = " (--interactive)";

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
        string live = isTerminalLogger && !value.IsPreview ? ShownAtOnce : "";
        string message = value.Text.Contains('\n', StringComparison.Ordinal) ? $"{who}{live}\n{value.Text}" : $"{who} {value.Text}{live}";
        log.LogMessage(MessageImportance.High, "{0}", message);
    }

    /// <summary>The closing table. Its first line has the form the terminal logger puts on the project's last line.</summary>
    public void Close(IReadOnlyList<DeploymentResult> results)
    {
        int running = results.Count(result => result.Outcome == DeploymentOutcome.Running);
        StringBuilder table = new();
        table.Append(Path.GetFileNameWithoutExtension(projectFile)).Append(" -> ").Append(running).Append(" of ").Append(results.Count)
            .Append(results.Count == 1 ? " service Running" : " services Running").Append(isEmulated ? " (emulator)" : "");
        if (results is [var only])
        {
            table.Append("\n    ").Append(only.ServiceName).Append(": ").Append(only.Status ?? "not deployed")
                .Append("\n      InternetEndpoint: ").Append(EndpointText.Of(only.InternetEndpoint, only.Status))
                .Append("\n      IntranetEndpoint: ").Append(EndpointText.Of(only.IntranetEndpoint, only.Status));
        }
        else
        {
            table.Append("\n    ").Append(ResultText.Table(results).Replace("\n", "\n    ", StringComparison.Ordinal));
        }

        log.LogMessage(MessageImportance.High, "{0}", table.ToString());
    }
}
