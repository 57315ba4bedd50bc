using EasDeploy.Diagnostics;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace EasDeploy.Build;

/// <summary>The one place where a finding becomes an MSBuild event.</summary>
internal static class DiagnosticLogging
{
    /// <summary>Logs at file(line,column). An info is a High message: a choice we made is never silent.</summary>
    /// <param name="fallbackFile">Shown when the author's file is not known.</param>
    public static void LogDiagnostic(this TaskLoggingHelper log, Diagnostic finding, string fallbackFile)
    {
        (string file, int line, int column) = (finding.Location.File ?? fallbackFile, finding.Location.Line, finding.Location.Column);
        string message = finding.Message;
        switch (finding.Severity)
        {
            case Severity.Error:
                log.LogError(null, finding.Code, null, file, line, column, 0, 0, message);
                break;
            case Severity.Warning:
                log.LogWarning(null, finding.Code, null, file, line, column, 0, 0, message);
                break;
            default:
                log.LogMessage(null, finding.Code, null, file, line, column, 0, 0, MessageImportance.High, message);
                break;
        }
    }
}
