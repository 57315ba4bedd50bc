using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;

namespace EasDeploy.Tool.Invoking;

/// <summary>A question in the style of OpenAI's chat completions.</summary>
internal sealed class Chat(ServiceCall call)
{
    private const string CompletionsPath = "/v1/chat/completions";

    /// <summary>The server's own name of its one model, as <c>/v1/models</c> tells it.</summary>
    public async Task<string> ModelAsync(CancellationToken ct)
    {
        using HttpResponseMessage answer = await call.SendAsync(HttpMethod.Get, "/v1/models", null, ct);
        return Parse(await answer.Content.ReadAsStringAsync(ct))?["data"]?[0]?["id"]?.ToString() ?? throw NotUnderstood("/v1/models names no model");
    }

    /// <returns>The whole answer as it came, and the words in it.</returns>
    public async Task<(string Json, string Words)> AskAsync(string model, string question, CancellationToken ct)
    {
        using HttpResponseMessage answer = await call.SendAsync(HttpMethod.Post, CompletionsPath, Body(model, question, isStream: false), ct);
        string json = await answer.Content.ReadAsStringAsync(ct);
        return (json, Parse(json)?["choices"]?[0]?["message"]?["content"]?.ToString() ?? throw NotUnderstood("the answer has no choices[0].message.content"));
    }

    /// <returns>The words as they come.</returns>
    /// <remarks>Source: server-sent events: <c>data: {…}</c> lines up to <c>data: [DONE]</c>.</remarks>
    public async IAsyncEnumerable<string> StreamAsync(string model, string question, [EnumeratorCancellation] CancellationToken ct)
    {
        using HttpResponseMessage answer = await call.SendAsync(HttpMethod.Post, CompletionsPath, Body(model, question, isStream: true), ct);
        using StreamReader lines = new(await answer.Content.ReadAsStreamAsync(ct));
        while (await lines.ReadLineAsync(ct) is { } line)
        {
            if (!line.StartsWith("data:", StringComparison.Ordinal))
            {
                continue;
            }

            string chunk = line["data:".Length..].Trim();
            if (chunk == "[DONE]")
            {
                yield break;
            }

            if (Parse(chunk)?["choices"]?.AsArray() is [{ } choice, ..] && choice["delta"]?["content"]?.ToString() is { Length: > 0 } words)
            {
                yield return words;
            }
        }
    }

    private static string Body(string model, string question, bool isStream)
    {
        JsonObject body = new()
        {
            ["model"] = model,
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = question }),
        };
        if (isStream)
        {
            body["stream"] = true;
        }

        return body.ToJsonString();
    }

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            throw NotUnderstood("the answer is no JSON");
        }
    }

    private static StoppedException NotUnderstood(string reason) =>
        new(ExitCode.CloudSaysNo, ToolDiagnostics.NoChat.At(SourceLocation.None, reason));
}
