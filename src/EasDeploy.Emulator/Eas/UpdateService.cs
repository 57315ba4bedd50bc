using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>PUT /api/v2/services/{ClusterId}/{ServiceName}: a new version, from a part (merge) or a whole (replace).</summary>
/// <remarks>
/// Source: openapi.md §5.1, service-config.md §1 ("merge means a removed key stays"). Assumed: arrays are replaced as a whole, a null
/// removes a key, a change of metadata.instance alone scales without a new version.
/// </remarks>
internal static class UpdateService
{
    public static JsonObject Answer(ApiCall call)
    {
        EasService service = call.Writable();
        ServiceCalls.Demand(service, "updated", ServiceStatus.Running, ServiceStatus.Failed, ServiceStatus.Stopped);
        ConfigKeys.Check(call.Body, strict: !call.Cloud.Options.Loose);
        JsonObject sent = ConfigAliases.Normalised(call.Body!.AsObject());
        JsonObject document = call.Text("UpdateType") switch
        {
            "merge" => Merged(service.Config.Document.DeepClone().AsObject(), sent),
            "replace" => sent,
            string other => throw ApiException.InvalidParameter($"UpdateType must be merge or replace, not {other}."),
            null => sent,
        };
        var config = new ServiceConfig(document);
        ConfigCheck.Check(config, call);
        ConfigCheck.Require(config.Name == service.Name, $"the name of a service cannot change ({service.Name} to {config.Name})");
        bool onlyReplicas = config.Instances != service.Config.Instances && Without(document) == Without(service.Config.Document);
        service.AccessToken = config.Token ?? service.AccessToken;
        if (onlyReplicas)
        {
            service.Config = config;
        }
        else
        {
            service.Adopt(config, call.Cloud.Now);
        }

        if (service.Status != ServiceStatus.Stopped)
        {
            service.Follow(onlyReplicas ? LifeCycles.Scale(service) : LifeCycles.Update(service, call.Cloud), call.Cloud.Now);
        }

        return call.Done(service, "updating");
    }

    /// <summary>Puts a part into a document: objects are merged, a null removes, everything else is replaced.</summary>
    internal static JsonObject Merged(JsonObject old, JsonObject part)
    {
        foreach ((string key, JsonNode? value) in part)
        {
            if (value is JsonObject inner && old[key] is JsonObject present)
            {
                Merged(present, inner);
            }
            else if (value is null)
            {
                old.Remove(key);
            }
            else
            {
                old[key] = value.DeepClone();
            }
        }

        return old;
    }

    private static string Without(JsonObject document)
    {
        JsonObject copy = document.DeepClone().AsObject();
        (copy["metadata"] as JsonObject)?.Remove("instance");
        return copy.ToJsonString();
    }
}
