using System.Collections.Immutable;

namespace EasDeploy.Execution;

/// <summary>A row of the workflow's error table.</summary>
/// <param name="Signs">Words in an event's reason or message that point to this row; any one is enough, case ignored.</param>
/// <param name="IsSymptom">Another row, when one is hit too, is nearer to the cause.</param>
public sealed record ErrorAdviceRow(string ErrorType, string Cause, string Solution, ImmutableArray<string> Signs, bool IsSymptom = false);

/// <summary>What known failures mean and what to do.</summary>
/// <remarks>Source: deployment workflow, step 6.7, and checklist X71 (the last two rows).</remarks>
public static class ErrorAdvice
{
    public static ImmutableArray<ErrorAdviceRow> Table { get; } =
    [
        new("ImagePullBackOff", "Image pull failed", "Check image address and permissions", ["ImagePullBackOff", "ErrImagePull"]),
        new("CrashLoopBackOff", "Container startup failed", "Check startup command and model path", ["CrashLoopBackOff"], IsSymptom: true),
        new("Instance crashed", "Chip type mismatch", "Image chip type must match instance type (GPU image → GPU instance)", ["Instance crashed", "InstanceCrashed"]),
        new("InsufficientResources", "Resource shortage", "Choose different instance type or resource group", ["InsufficientResources", "NoStock", "no stock"]),
        new("ModelNotFound", "Wrong model path", "Check OSS mount path", ["ModelNotFound", "model not found"]),
        new("OOMKilled", "Out of memory", "Choose an instance type with more memory", ["OOMKilled", "out of memory"]),
        new("Unhealthy", "A probe failed", "Check the probe's path and port, and give the model more time to load", ["Unhealthy", "probe failed"], IsSymptom: true),
    ];

    /// <summary>The rows whose signs the texts carry, in table order.</summary>
    public static ImmutableArray<ErrorAdviceRow> For(IEnumerable<string> texts)
    {
        List<string> read = [.. texts];
        return [.. Table.Where(row => row.Signs.Any(sign => read.Any(text => text.Contains(sign, StringComparison.OrdinalIgnoreCase))))];
    }

    /// <summary>The two halves of the failure message: why, and what to do.</summary>
    /// <param name="message">The service's own message; null or empty = none.</param>
    public static (string Reason, string Advice) Explain(string status, string? message, IReadOnlyCollection<ServiceEvent> events)
    {
        ImmutableArray<ErrorAdviceRow> rows = For(events.Select(ResultText.Line).Append(message ?? ""));
        ErrorAdviceRow? row = rows.FirstOrDefault(hit => !hit.IsSymptom) ?? rows.FirstOrDefault();
        string? said = string.IsNullOrWhiteSpace(message) ? null : message.Trim().TrimEnd('.').ReplaceLineEndings(" ");
        return (row, status, events.Count) switch
        {
            ({ } known, _, _) => ($"{known.ErrorType}, {known.Cause}", $"{known.Solution}."),
            (_, ServiceStatus.Gone, _) => ("somebody deleted it while it started", "Run the command again to create it."),
            (_, ServiceStatus.Stopped, _) => (said ?? "somebody stopped it", "Start it in the console, or run the command again."),
            (_, _, > 0) => (said ?? "no reason given", "Read the events below, correct the service and run the command again."),
            _ => (said ?? "no reason given", "Read the service's events and logs in the console, correct the service and run the command again."),
        };
    }
}
