using EasDeploy.Plans;

namespace EasDeploy.Execution;

/// <summary>What people see when a deployment has ended.</summary>
/// <remarks>Source: deployment workflow, steps 6.5, 6.6 and 6.7: words and order are its own.</remarks>
public static class ResultText
{
    /// <summary>Everything to say at the end, in order.</summary>
    public static IEnumerable<string> All(DeploymentResult result) => result.Outcome switch
    {
        DeploymentOutcome.NotDeployed or DeploymentOutcome.Deleted => [],
        DeploymentOutcome.Running => [Block(result), .. NotEmpty(InvocationText.Of(result))],
        _ => [Block(result), .. NotEmpty(result.Diagnosis is { } diagnosis ? DiagnosisText.Of(diagnosis) : "")],
    };

    /// <summary>The result block; both endpoint names always appear, with the values of DescribeService.</summary>
    public static string Block(DeploymentResult result) => $"""
        {PreviewText.Rule}
        Deployment Result

        Service Name: {result.ServiceName}
        Status: {result.Status ?? "(not created)"}
        InternetEndpoint: {EndpointText.Of(result.InternetEndpoint, result.Status)}
        IntranetEndpoint: {EndpointText.Of(result.IntranetEndpoint, result.Status)}
        {PreviewText.Rule}
        """;

    /// <summary>Several services side by side, one a line; both endpoint names are column heads.</summary>
    public static string Table(IReadOnlyCollection<DeploymentResult> results)
    {
        string[][] rows =
        [
            ["Service", "Status", "Outcome", "Time", "InternetEndpoint", "IntranetEndpoint"],
            .. results.Select(result => (string[])[
                result.ServiceName, result.Status ?? "not deployed", DeploymentRecord.Word(result.Outcome), $"{result.Seconds}s",
                EndpointText.Of(result.InternetEndpoint, result.Status), EndpointText.Of(result.IntranetEndpoint, result.Status),
            ]),
        ];
        int[] widths = [.. rows[0].Select((_, column) => rows.Max(row => row[column].Length))];
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }

    /// <summary><c>[Type] Reason: Message</c>, on one line.</summary>
    public static string Line(ServiceEvent happened) => $"[{happened.Type}] {happened.Reason}: {happened.Message.Trim().ReplaceLineEndings(" ")}";

    /// <summary>Source: workflow step 6.4.</summary>
    public static string Progress(string status, TimeSpan elapsed, TimeSpan limit) =>
        $"⏳ Status: {status} ({(int)elapsed.TotalSeconds}s/{(int)limit.TotalSeconds}s)";

    /// <summary>The last status line. Source: workflow step 6.4.</summary>
    public static string Ended(string status) => status switch
    {
        ServiceStatus.Running => "✅ Service ready",
        ServiceStatus.Failed => "❌ Service startup failed",
        _ => $"❌ Service is {status}",
    };

    private static IEnumerable<string> NotEmpty(string text) => text.Length > 0 ? [text] : [];
}
