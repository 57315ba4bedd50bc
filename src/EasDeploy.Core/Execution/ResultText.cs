using System.Text;
using EasDeploy.Plans;
using EasDeploy.Resolution;

namespace EasDeploy.Execution;

/// <summary>What people see when a deployment has ended.</summary>
/// <remarks>Source: deployment workflow, steps 6.5, 6.6 and 6.7: words and order are its own.</remarks>
public static class ResultText
{
    /// <summary>Everything to say at the end, in order.</summary>
    /// <param name="modelName">What a caller writes as <c>model</c>.</param>
    public static IEnumerable<string> All(DeploymentResult result, string modelName) => result.Outcome switch
    {
        DeploymentOutcome.NotDeployed => [],
        DeploymentOutcome.Running => [Block(result), .. NotEmpty(Invocation(result, modelName))],
        DeploymentOutcome.Failed or DeploymentOutcome.TimedOut => [Block(result), .. NotEmpty(Failure(result))],
        _ => [Block(result)],
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

    /// <summary>Ready-made calls. The token stays a placeholder: it is a secret.</summary>
    public static string Invocation(DeploymentResult result, string modelName)
    {
        string? endpoint = string.IsNullOrWhiteSpace(result.InternetEndpoint) ? result.IntranetEndpoint : result.InternetEndpoint;
        if (string.IsNullOrWhiteSpace(endpoint))
        {
            return "";
        }

        endpoint = endpoint.TrimEnd('/');
        bool isIntranet = string.IsNullOrWhiteSpace(result.InternetEndpoint);
        StringBuilder text = new();
        text.Append(PreviewText.Rule).Append("\nService Invocation Examples\n\nEndpoint: ").Append(endpoint)
            .Append(isIntranet ? " (answers only inside its VPC)" : "").Append("\n\n");
        (string path, string body) = result.Family switch
        {
            _ when ImageFamilies.SpeaksOpenAI(result.Family) =>
                ("/v1/chat/completions", $$"""'{"model": "{{modelName}}", "messages": [{"role": "user", "content": "Hello"}]}'"""),
            ImageFamily.ComfyUI => ("/prompt", "@workflow_api.json"),
            _ => ("", """'{"input": "Hello"}'"""),
        };
        text.Append("[curl] curl ").Append(endpoint).Append(path)
            .Append(" -H \"Content-Type: application/json\" -H \"Authorization: $EAS_TOKEN\" -d ").Append(body).Append('\n');
        if (ImageFamilies.SpeaksOpenAI(result.Family))
        {
            text.Append("[OpenAI SDK] client = OpenAI(base_url=\"").Append(endpoint).Append("/v1\", api_key=os.environ[\"EAS_TOKEN\"])\n");
        }

        text.Append("\nEAS_TOKEN is the service's access token (AccessToken of describe-service).\nMore calls: docs/how-to/invoke-a-service.md\n").Append(PreviewText.Rule);
        return text.ToString();
    }

    /// <summary>Newest events and the rows of the error table they point to.</summary>
    public static string Failure(DeploymentResult result)
    {
        StringBuilder text = new();
        if (!result.Events.IsEmpty)
        {
            text.Append("Newest events of ").Append(result.ServiceName).Append(":\n");
            foreach (ServiceEvent happened in result.Events)
            {
                text.Append("  ").Append(Line(happened)).Append('\n');
            }
        }

        foreach (ErrorAdviceRow row in ErrorAdvice.For(result.Events.Select(Line)))
        {
            text.Append("  ").Append(row.ErrorType).Append(": ").Append(row.Cause).Append(" → ").Append(row.Solution).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
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
