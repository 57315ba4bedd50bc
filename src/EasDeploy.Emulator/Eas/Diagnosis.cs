using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;

namespace EasDeploy.Emulator.Eas;

/// <summary>GET …/diagnosis of a service and of an instance.</summary>
/// <remarks>Source: openapi.md §5.1 for the shape, workflow 6.7 for cause and advice.</remarks>
internal static class Diagnosis
{
    private static readonly Dictionary<string, (string Cause, string Advice)> Known = new(StringComparer.Ordinal)
    {
        ["ImagePullBackOff"] = ("Image pull failed", "Check image address and permissions"),
        ["CrashLoopBackOff"] = ("Container startup failed", "Check startup command and model path"),
        ["InstanceCrashed"] = ("Chip type mismatch", "Image chip type must match instance chip type"),
        ["InsufficientResources"] = ("Resource shortage", "Choose a different instance type or resource group"),
        ["ModelNotFound"] = ("Wrong model path", "Check OSS mount path"),
        ["OOMKilled"] = ("Out of memory", "Choose an instance type with more memory"),
        ["Unhealthy"] = ("Health check failed", "Check probe path, port and delays"),
    };

    public static JsonObject OfService(ApiCall call) =>
        new() { ["DiagnosisList"] = One(call.Service()) is JsonObject found ? new JsonArray(found) : [] };

    public static JsonObject OfInstance(ApiCall call)
    {
        EasService service = call.Service();
        InstanceView.Find(service, call.Cloud, call.Required("InstanceName"));
        return new JsonObject { ["Diagnosis"] = One(service) ?? new JsonObject { ["Error"] = "", ["Causes"] = new JsonArray(), ["Advices"] = new JsonArray() } };
    }

    private static JsonObject? One(EasService service) =>
        service.Status == ServiceStatus.Failed && Known.TryGetValue(service.Current.Reason ?? "", out (string Cause, string Advice) entry)
            ? new JsonObject
            {
                ["Error"] = $"{service.Current.Reason}: {service.Current.Message}",
                ["Causes"] = new JsonArray(entry.Cause),
                ["Advices"] = new JsonArray(entry.Advice),
            }
            : null;
}
