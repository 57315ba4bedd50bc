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

    public const int Cancelled = 130;
}
