using System.CommandLine;
using EasDeploy.Diagnostics;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary>Runs a verb; whatever ends it becomes a line on standard error and an exit code.</summary>
internal static class Verb
{
    /// <param name="run">Returns one of <see cref="ExitCode"/>; may throw what <see cref="RunAsync"/> understands.</param>
    public static void Runs(this Command command, ToolConsole console, Func<ParseResult, CancellationToken, Task<int>> run) =>
        command.SetAction((parsed, ct) => RunAsync(console, () => run(parsed, ct), ct));

    private static async Task<int> RunAsync(ToolConsole console, Func<Task<int>> run, CancellationToken ct)
    {
        try
        {
            return await run();
        }
        catch (StoppedException stopped)
        {
            console.WriteFinding(stopped.Diagnostic);
            return stopped.ExitCode;
        }
        catch (CloudException refusal)
        {
            console.WriteFinding(refusal.ToDiagnostic(SourceLocation.None));
            return ExitCode.CloudSaysNo;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
#pragma warning disable CA1031 // Catch more specific: what reaches this place is our own bug, and a person at a terminal is not helped by a stack trace alone.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            console.WriteFinding(BuildDiagnostics.InternalError.At(SourceLocation.None, broken.GetType().Name, broken.Message));
            if (Environment.GetEnvironmentVariable("EAS_DEBUG") == "1")
            {
                console.Error.WriteLine(broken);
            }

            return ExitCode.DiagnosticsSayNo;
        }
    }
}
