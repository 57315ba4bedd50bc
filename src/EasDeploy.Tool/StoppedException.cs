using EasDeploy.Diagnostics;

namespace EasDeploy.Tool;

/// <summary>A verb cannot go on, and says why: the diagnostic is printed, the code goes to the shell.</summary>
/// <param name="exitCode">One of <see cref="Tool.ExitCode"/>.</param>
internal sealed class StoppedException(int exitCode, Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public int ExitCode { get; } = exitCode;

    public Diagnostic Diagnostic { get; } = diagnostic;

    /// <summary>Nobody can be asked.</summary>
    /// <param name="question">What is asked, as the start of a sentence.</param>
    /// <param name="repair">A sentence without its full stop.</param>
    public static StoppedException AnswerNeeded(string question, string repair) =>
        new(Tool.ExitCode.WrongUsage, ToolDiagnostics.AnswerNeeded.At(SourceLocation.None, question, repair));
}
