using EasDeploy.Plans;
using EasDeploy.Resolution;

namespace EasDeploy.Execution;

/// <summary>Ready-made calls of a service with its own endpoint. The token stays a placeholder: it is a secret.</summary>
/// <remarks>Source: deployment workflow, step 6.6 (frame and words); checklist X61 (paths per image), X62 (token in <c>Authorization</c>); ruling K26.</remarks>
public static class InvocationText
{
    /// <returns>Empty when there is no endpoint.</returns>
    public static string Of(DeploymentResult result)
    {
        bool isIntranet = string.IsNullOrWhiteSpace(result.InternetEndpoint);
        string? endpoint = (isIntranet ? result.IntranetEndpoint : result.InternetEndpoint)?.Trim().TrimEnd('/');
        if (string.IsNullOrEmpty(endpoint))
        {
            return "";
        }

        return $"""
            {PreviewText.Rule}
            Service Invocation Examples

            Endpoint: {endpoint}{(isIntranet ? " (answers only inside its VPC)" : "")}

            {string.Join('\n', Calls(result, endpoint))}

            EAS_TOKEN is the service's access token (AccessToken of describe-service).
            More calls: docs/how-to/invoke-a-service.md
            {PreviewText.Rule}
            """;
    }

    private static IEnumerable<string> Calls(DeploymentResult result, string endpoint) => result.Family switch
    {
        _ when ImageFamilies.SpeaksOpenAI(result.Family) =>
        [
            Post(endpoint + "/v1/chat/completions", $$"""'{"model": "{{result.ModelName}}", "messages": [{"role": "user", "content": "Hello"}]}'"""),
            $"[OpenAI SDK] client = OpenAI(base_url=\"{endpoint}/v1\", api_key=os.environ[\"EAS_TOKEN\"])",
        ],
        ImageFamily.ComfyUI =>
        [
            Post(endpoint + "/prompt", "@workflow_api.json"),
            $"[ComfyUI] curl {endpoint}/history -H \"Authorization: $EAS_TOKEN\"",
        ],
        ImageFamily.StableDiffusionWebUI =>
        [
            Post(endpoint + "/sdapi/v1/txt2img", """'{"prompt": "a lighthouse at dawn", "steps": 20}'"""),
            $"[SD WebUI] curl {endpoint}/sdapi/v1/sd-models -H \"Authorization: $EAS_TOKEN\"",
        ],
        _ => [Post(endpoint, """'{"input": "Hello"}'""")],
    };

    private static string Post(string address, string body) =>
        $"[curl] curl {address} -H \"Content-Type: application/json\" -H \"Authorization: $EAS_TOKEN\" -d {body}";
}
