namespace EasDeploy.Tool;

/// <summary>What the shell is told.</summary>
/// <remarks>Source: design section 8.</remarks>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Diagnostics say no.</summary>
    public const int DiagnosticsSayNo = 1;

    public const int WrongUsage = 2;

    /// <summary>The cloud refused or cannot be reached.</summary>
    public const int CloudSaysNo = 3;

    /// <summary>Deployed, and not Running.</summary>
    public const int NotRunning = 4;

    /// <summary>Accepted, not waited for.</summary>
    public const int Accepted = 5;

    /// <summary>Of <c>plan</c> only: something would change.</summary>
    public const int HasChanges = 10;

    public const int Cancelled = 130;
}
