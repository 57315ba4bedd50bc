using System.Text.Json;
using System.Text.Json.Nodes;

namespace EasDeploy.Execution;

/// <summary>The two questions that show that a language model works: which models are there, and one word of one of them.</summary>
/// <remarks>Source: checklist X61 and the OpenAI API, which vLLM and SGLang serve. The first word may take long: kernels are compiled then.</remarks>
internal sealed class ModelQuestion(ServiceAddress endpoint)
{
    public const string ListPath = "/v1/models";
    public const string ChatPath = "/v1/chat/completions";
    private static readonly TimeSpan s_listTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_answerTimeout = TimeSpan.FromSeconds(60);

    public ProbeRequest List => endpoint.Get(ListPath, s_listTimeout);

    /// <summary>Cheapest questions first to last: a model that has no chat may complete a text, or only embed one.</summary>
    public IEnumerable<ProbeRequest> Completions(string model) =>
    [
        endpoint.Post(
            ChatPath,
            Body(model, "messages", new JsonArray(new JsonObject { ["role"] = "user", ["content"] = "ping" }), "max_tokens"),
            s_answerTimeout),
        endpoint.Post("/v1/completions", Body(model, "prompt", "ping", "max_tokens"), s_answerTimeout),
        endpoint.Post("/v1/embeddings", Body(model, "input", "ping", null), s_answerTimeout),
    ];

    /// <returns>The expected model when it is listed, else the first one; null when the answer lists none.</returns>
    public static string? NameIn(ProbeAnswer list, string expected)
    {
        try
        {
            string[] names =
            [
                .. (JsonNode.Parse(list.Body)?["data"] as JsonArray ?? [])
                    .Select(entry => entry is JsonObject row && row["id"] is JsonValue id && id.TryGetValue(out string? name) ? name : null).OfType<string>(),
            ];
            return names.Contains(expected) ? expected : names.FirstOrDefault();
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Body(string model, string key, JsonNode value, string? limit)
    {
        JsonObject body = new() { ["model"] = model, [key] = value };
        if (limit is not null)
        {
            body[limit] = 1;
        }

        return body.ToJsonString();
    }
}
