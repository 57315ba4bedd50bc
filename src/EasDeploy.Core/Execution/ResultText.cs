using System.Text;
using EasDeploy.Plans;
using EasDeploy.Resolution;

namespace EasDeploy.Execution;

/// <summary>What people see when a deployment has ended.</summary>
/// <remarks>Source: deployment workflow, steps 6.5, 6.6 and 6.7: words and order are its own.</remarks>
public static class ResultText
{
    /// <summary>The result block; both endpoint names always appear, with the values of DescribeService.</summary>
    public static string Block(DeploymentResult result) => $"""
        {PreviewText.Rule}
        Deployment Result

        Service Name: {result.ServiceName}
        Status: {result.Status ?? "(not created)"}
        InternetEndpoint: {EndpointText.Of(result.InternetEndpoint)}
        IntranetEndpoint: {EndpointText.Of(result.IntranetEndpoint)}
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
        StringBuilder text = new();
        text.Append(PreviewText.Rule).Append("\nService Invocation Examples\n\nEndpoint: ").Append(endpoint).Append("\n\n");
        if (ImageFamilies.SpeaksOpenAI(result.Family))
        {
            text.Append("[curl] curl ").Append(endpoint).Append("/v1/chat/completions -H \"Content-Type: application/json\" -H \"Authorization: $EAS_TOKEN\" -d '{\"model\": \"")
                .Append(modelName).Append("\", \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}'\n");
            text.Append("[OpenAI SDK] client = OpenAI(base_url=\"").Append(endpoint).Append("/v1\", api_key=os.environ[\"EAS_TOKEN\"])\n");
        }
        else
        {
            text.Append("[curl] curl ").Append(endpoint)
                .Append(" -H \"Content-Type: application/json\" -H \"Authorization: $EAS_TOKEN\" -d '{\"input\": \"Hello\"}'\n");
        }

        text.Append("\nEAS_TOKEN is the service's access token (AccessToken of describe-service).\n").Append(PreviewText.Rule);
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

    /// <summary><c>[Type] Reason: Message</c>.</summary>
    public static string Line(ServiceEvent happened) => $"[{happened.Type}] {happened.Reason}: {happened.Message}";

    /// <summary>Source: workflow step 6.4.</summary>
    public static string StatusLine(string status, TimeSpan elapsed, TimeSpan limit) => status switch
    {
        "Running" => "✅ Service ready",
        "Failed" => "❌ Service startup failed",
        _ => $"⏳ Status: {status} ({(int)elapsed.TotalSeconds}s/{(int)limit.TotalSeconds}s)",
    };
}
