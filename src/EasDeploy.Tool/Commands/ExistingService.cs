using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Tool.Commands;

/// <summary>What the verbs that end a service say of it.</summary>
internal static class ExistingService
{
    /// <param name="verb">What would be done, as typed.</param>
    /// <exception cref="StoppedException">EAS8056: a safety lock forbids it.</exception>
    /// <remarks>Source: openapi.md section 5.1, UpdateServiceSafetyLock: dangerous blocks delete and stop.</remarks>
    public static void EnsureUnlocked(this LiveService service, string verb)
    {
        if (service.IsSafetyLocked)
        {
            throw new StoppedException(
                ExitCode.DiagnosticsSayNo, ToolDiagnostics.Locked.At(SourceLocation.None, service.Name, service.SafetyLock, verb));
        }
    }

    /// <summary>The service as it is shown once it is no more.</summary>
    public static LiveService AsGone(this LiveService service) => service with
    {
        Status = ServiceStatus.Gone,
        Message = null,
        InternetEndpoint = null,
        IntranetEndpoint = null,
        RunningInstance = null,
        TotalInstance = null,
    };
}
