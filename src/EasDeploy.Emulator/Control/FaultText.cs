using System.Text.Json.Nodes;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Control;

/// <summary>A fault as <c>/_control/faults</c> reads and writes it.</summary>
internal static class FaultText
{
    private static readonly string[] Known =
    [
        "action", "fault", "kind", "status", "code", "body", "contentType", "headers", "times", "after", "probability", "seed", "afterExecution", "seconds",
    ];

    /// <param name="node"><c>action</c>, then either <c>fault</c> (a name) or <c>kind</c> with its details; all else optional.</param>
    /// <exception cref="ApiException">400 naming what is not understood.</exception>
    public static Fault Read(JsonObject node)
    {
        if (node.FirstOrDefault(p => !Known.Contains(p.Key)).Key is string other)
        {
            throw ApiException.InvalidParameter($"emulator: a fault has no field {other}; it has {string.Join(", ", Known)}.");
        }

        string action = ServiceConfig.TextOf(node["action"]) ?? "*";
        string? name = ServiceConfig.TextOf(node["fault"]);
        if (name is not null && !NamedFaults.Names.Contains(name))
        {
            throw ApiException.InvalidParameter($"emulator: no fault is named {name}; known are {string.Join(", ", NamedFaults.Names)}.");
        }

        Fault fault = name is null ? new Fault { Action = action } : NamedFaults.Of(name, action);
        string kind = ServiceConfig.TextOf(node["kind"]) ?? fault.Kind.ToString();
        return fault with
        {
            Kind = Enum.TryParse(kind, ignoreCase: true, out FaultKind parsed) ? parsed : throw ApiException.InvalidParameter($"emulator: {kind} is no kind of fault."),
            Status = (int)(ServiceConfig.NumberOf(node["status"]) ?? fault.Status),
            Code = ServiceConfig.TextOf(node["code"]) ?? fault.Code,
            Body = ServiceConfig.TextOf(node["body"]) ?? fault.Body,
            ContentType = ServiceConfig.TextOf(node["contentType"]) ?? fault.ContentType,
            Headers = node["headers"] is JsonObject headers ? headers.ToDictionary(h => h.Key, h => h.Value?.ToString() ?? "") : fault.Headers,
            Times = (int)(ServiceConfig.NumberOf(node["times"]) ?? fault.Times),
            After = (int)(ServiceConfig.NumberOf(node["after"]) ?? fault.After),
            Probability = node["probability"]?.GetValue<double>() ?? fault.Probability,
            Seed = (int)(ServiceConfig.NumberOf(node["seed"]) ?? fault.Seed),
            AfterExecution = node["afterExecution"]?.GetValue<bool>() ?? fault.AfterExecution,
            Duration = node["seconds"] is JsonNode seconds ? TimeSpan.FromSeconds(seconds.GetValue<double>()) : fault.Duration,
        };
    }

    public static JsonObject Write(Fault fault) => new()
    {
        ["action"] = fault.Action,
        ["kind"] = fault.Kind.ToString(),
        ["status"] = fault.Status,
        ["code"] = fault.Code,
        ["times"] = fault.Times,
        ["after"] = fault.After,
        ["probability"] = fault.Probability,
        ["afterExecution"] = fault.AfterExecution,
    };
}
