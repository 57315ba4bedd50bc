namespace EasDeploy.Execution;

/// <summary>Puts a failure into two halves of a sentence: why, and what to do.</summary>
/// <remarks>Source: deployment workflow, step 6.7.</remarks>
public static class ErrorAdvice
{
    /// <param name="message">The service's own message; null or empty = none.</param>
    /// <param name="known">The row nearest to the cause; null = nothing known.</param>
    /// <param name="hasEvents">True when events are shown with the failure.</param>
    public static (string Reason, string Advice) Explain(string status, string? message, FailureReason? known, bool hasEvents)
    {
        string? said = string.IsNullOrWhiteSpace(message) ? null : message.Trim().TrimEnd('.').ReplaceLineEndings(" ");
        return (known, status) switch
        {
            ({ } row, _) => ($"{row.ErrorType}, {row.Cause}", $"{row.Solution}."),
            (_, ServiceStatus.Gone) => ("somebody deleted it while it started", "Run the command again to create it."),
            (_, ServiceStatus.Stopped) => (said ?? "somebody stopped it", "Start it in the console, or run the command again."),
            _ when hasEvents => (said ?? "no reason given", "Read the events below, correct the service and run the command again."),
            _ => (said ?? "no reason given", "Read the service's events and logs in the console, correct the service and run the command again."),
        };
    }
}
