using System.Text;
using System.Text.Json.Nodes;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.DataPlane;

/// <summary>Answers in the shape of OpenAI's chat completions.</summary>
internal static class ChatCompletion
{
    public static JsonObject Whole(string model, string prompt, string reply)
    {
        int promptTokens = Tokens(prompt);
        int replyTokens = Tokens(reply);
        return new JsonObject
        {
            ["id"] = NewId(),
            ["object"] = "chat.completion",
            ["created"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["model"] = model,
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = reply },
                ["finish_reason"] = "stop",
            }),
            ["usage"] = new JsonObject
            {
                ["prompt_tokens"] = promptTokens,
                ["completion_tokens"] = replyTokens,
                ["total_tokens"] = promptTokens + replyTokens,
            },
        };
    }

    /// <returns>Server-sent events, one word each, closed by <c>[DONE]</c>.</returns>
    public static string Stream(string model, string reply)
    {
        string id = NewId();
        var text = new StringBuilder();
        string[] words = reply.Split(' ');
        for (int i = 0; i < words.Length; i++)
        {
            text.Append(Chunk(new JsonObject { ["role"] = "assistant", ["content"] = i == 0 ? words[i] : " " + words[i] }, null));
        }

        return text.Append(Chunk([], "stop")).Append("data: [DONE]\n\n").ToString();

        string Chunk(JsonObject delta, string? finish) => "data: " + new JsonObject
        {
            ["id"] = id,
            ["object"] = "chat.completion.chunk",
            ["created"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["model"] = model,
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
        }.ToJsonString(JsonBody.Readable) + "\n\n";
    }

    private static string NewId() => "chatcmpl-" + Guid.NewGuid().ToString("N");

    /// <summary>Words stand in for tokens.</summary>
    private static int Tokens(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
