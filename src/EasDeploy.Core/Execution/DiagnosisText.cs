using System.Text;

namespace EasDeploy.Execution;

/// <summary>A diagnosis in a few lines of a build log; the files hold the rest.</summary>
public static class DiagnosisText
{
    private const int EventsShown = 3;
    private const int InstancesShown = 3;
    private const int LogLinesShown = 8;
    private const int LongestLine = 240;

    /// <returns>Empty when nothing is known.</returns>
    /// <remarks>Source: deployment workflow, step 6.7: the newest three events, and the rows of the table they point to.</remarks>
    public static string Of(Diagnosis diagnosis)
    {
        StringBuilder text = new();
        Block(text, $"Newest events of {diagnosis.ServiceName}", diagnosis.Events.Take(EventsShown).Select(ResultText.Line));
        Block(text, "Instances", diagnosis.Instances.Take(InstancesShown).SelectMany(Lines));
        Block(text, "Log", diagnosis.LogLines.TakeLast(LogLinesShown));
        Block(text, "The cloud's diagnosis", diagnosis.Reports.Select(Line));
        Block(text, "Known causes", diagnosis.Reasons.Select(row => $"{row.ErrorType}: {row.Cause} → {row.Solution}"));
        if (text.Length > 0)
        {
            Block(text, "Next", diagnosis.NextCommands);
        }

        return text.ToString().TrimEnd('\n');
    }

    internal static IEnumerable<string> Lines(DiagnosedInstance one)
    {
        ServiceInstance instance = one.Instance;
        yield return $"{instance.Name}: {instance.Status}{InBrackets(instance.Reason)}, "
            + $"{instance.ReadyProcesses} of {instance.TotalProcesses} ready, {Restarts(instance.RestartCount)}";
        foreach (ServiceContainer container in one.Containers.Where(container => !container.Ready))
        {
            yield return $"{instance.Name}, container {container.Name}: {container.CurrentStatus}{InBrackets(container.CurrentReason)}, "
                + $"{Restarts(container.RestartCount)}"
                + (string.IsNullOrEmpty(container.LastReason) ? "" : $", before that {container.LastStatus}{InBrackets(container.LastReason)}");
        }
    }

    internal static string Line(ServiceDiagnosis report) =>
        $"{report.Error}{Joined("; cause: ", report.Causes)}{Joined("; advice: ", report.Advices)}".ReplaceLineEndings(" ");

    private static string Joined(string label, IReadOnlyList<string> texts) => texts.Count == 0 ? "" : label + string.Join(", ", texts);

    private static string InBrackets(string? text) => string.IsNullOrWhiteSpace(text) ? "" : $" ({text})";

    private static string Restarts(int count) => count == 1 ? "1 restart" : $"{count} restarts";

    private static void Block(StringBuilder text, string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length > 0)
        {
            text.Append(title).Append(":\n");
            foreach (string line in all)
            {
                string flat = line.ReplaceLineEndings(" ");
                text.Append("  ").Append(flat.Length > LongestLine ? flat[..LongestLine] + "…" : flat).Append('\n');
            }
        }
    }
}
