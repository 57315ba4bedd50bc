using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>PUT and DELETE …/label: written as a map, read as a list.</summary>
internal static class ServiceLabels
{
    public static JsonObject Update(ApiCall call)
    {
        EasService service = call.Writable();
        foreach ((string key, JsonNode? value) in call.Body!["Labels"]!.AsObject())
        {
            service.Labels[key] = ServiceConfig.TextOf(value) ?? "";
        }

        return call.Done(service, "relabelled");
    }

    /// <remarks>Source: openapi.md §5.1 (LabelKeys one JSON list; Keys deprecated, comma-joined).</remarks>
    public static JsonObject Delete(ApiCall call)
    {
        EasService service = call.Writable();
        string[] keys = call.Text("LabelKeys") is string list
            ? [.. JsonBody.TryParse(list)!.AsArray().Select(k => ServiceConfig.TextOf(k) ?? "")]
            : [.. call.List("Keys")];
        if (keys.Length == 0)
        {
            throw ApiException.Missing("LabelKeys");
        }

        foreach (string key in keys)
        {
            service.Labels.Remove(key);
        }

        return call.Done(service, "relabelled");
    }
}
