using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.DataPlane;

/// <summary>What the process in the container answers: OpenAI routes for vLLM and SGLang images, an echo everywhere else.</summary>
internal static partial class Inference
{
    /// <param name="path">Path behind the service name, with a leading slash.</param>
    public static Answer Answer(EasService service, WireRequest request, string path)
    {
        string family = service.Config.Image.Split('/')[^1];
        bool speaksOpenAi = family.Contains("vllm", StringComparison.Ordinal) || family.Contains("sglang", StringComparison.Ordinal);
        return (request.Method, path) switch
        {
            ("GET", "/v1/models") when speaksOpenAi => Json(200, Models(ModelName(service), service.CreateTime)),
            ("POST", "/v1/chat/completions") when speaksOpenAi => Chat(service, request),
            ("GET", "/health") when speaksOpenAi => new Answer(200, "text/plain", []),
            _ => Json(200, Echo(service, request, path)),
        };
    }

    /// <summary>Name the server knows its model by: <c>--served-model-name</c>, else the model path, else <c>/model_dir</c>.</summary>
    internal static string ModelName(EasService service)
    {
        Match named = ServedName().Match(service.Config.StartText);
        Match path = ModelPath().Match(service.Config.StartText);
        return named.Success ? named.Groups[1].Value : path.Success ? path.Groups[1].Value : "/model_dir";
    }

    private static Answer Chat(EasService service, WireRequest request)
    {
        if (JsonBody.TryParse(Encoding.UTF8.GetString(request.Body)) is not JsonObject body || body["messages"] is not JsonArray { Count: > 0 } messages)
        {
            return Json(400, Problem("messages: a non-empty array is required", "BadRequestError", 400));
        }

        string model = ModelName(service);
        string asked = ServiceConfig.TextOf(body["model"]) ?? model;
        if (asked != model)
        {
            return Json(404, Problem($"The model `{asked}` does not exist.", "NotFoundError", 404));
        }

        string reply = $"emulator: {service.Name} heard '{ServiceConfig.TextOf(messages[^1]?["content"])}'";
        return body["stream"]?.ToJsonString() == "true"
            ? new Answer(200, "text/event-stream; charset=utf-8", Encoding.UTF8.GetBytes(ChatCompletion.Stream(model, reply)))
            : Json(200, ChatCompletion.Whole(model, messages.ToJsonString(), reply));
    }

    private static JsonObject Models(string model, DateTimeOffset created) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray(new JsonObject
        {
            ["id"] = model,
            ["object"] = "model",
            ["created"] = created.ToUnixTimeSeconds(),
            ["owned_by"] = "emulator",
        }),
    };

    private static JsonObject Echo(EasService service, WireRequest request, string path) => new()
    {
        ["server"] = "emulator",
        ["service"] = service.Name,
        ["method"] = request.Method,
        ["path"] = path,
        ["query"] = request.RawQuery,
        ["body"] = JsonBody.TryParse(Encoding.UTF8.GetString(request.Body)) ?? Encoding.UTF8.GetString(request.Body),
    };

    private static JsonObject Problem(string message, string type, int code) => new()
    {
        ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = null, ["code"] = code },
    };

    private static Answer Json(int status, JsonObject body) =>
        new(status, "application/json", Encoding.UTF8.GetBytes(body.ToJsonString(JsonBody.Readable)));

    [GeneratedRegex(@"--served-model-name[ =](\S+)")]
    private static partial Regex ServedName();

    [GeneratedRegex(@"(?:vllm serve |--model-path[ =]|--model[ =])(\S+)")]
    private static partial Regex ModelPath();
}
