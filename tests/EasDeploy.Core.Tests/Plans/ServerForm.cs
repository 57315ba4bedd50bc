using System.Text.Json.Nodes;

namespace EasDeploy.Core.Tests.Plans;

/// <summary>A service document as the back end gives it back: other places, other order, defaults filled in, secrets left out.</summary>
/// <remarks>Source: service-config.md section 1; written without a look at the product's own table.</remarks>
internal static class ServerForm
{
    public static string Of(string body)
    {
        JsonObject document = JsonNode.Parse(body)!.AsObject();
        document.Remove("token");
        Move(document, "metadata.enable_grpc", "networking.enable_grpc");
        Move(document, "metadata.rpc", "rpc");
        Move(document, "dockerAuth", "credential.docker_auth");
        Section(document, "credential")["generate_token"] = true;
        Section(document, "rpc")["io_threads"] ??= 4;
        Section(document, "rpc")["keepalive"] ??= 5000;
        Section(document, "runtime")["termination_grace_period"] ??= 30;
        Section(document, "networking")["traffic_state"] ??= "standalone";
        Section(document, "metadata")["workspace_id"] ??= "286654";
        int number = 0;
        foreach (JsonObject container in document["containers"]!.AsArray().OfType<JsonObject>())
        {
            container["name"] = $"worker{number++}";
            container["resources"] = new JsonObject { ["limits"] = new JsonObject(), ["requests"] = new JsonObject() };
            if (container["env"] is JsonArray env)
            {
                container["env"] = new JsonArray([.. env.Reverse().Select(entry => entry!.DeepClone())]);
            }
        }

        foreach (JsonObject rule in document["autoscaler"]?["scaleStrategies"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            rule["metricName"] = rule["metricName"]!.GetValue<string>().ToUpperInvariant();
        }

        return new JsonObject(document.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString();
    }

    private static JsonObject Section(JsonObject document, string name)
    {
        document[name] ??= new JsonObject();
        return document[name]!.AsObject();
    }

    private static void Move(JsonObject document, string from, string to)
    {
        (string[] source, string[] target) = (from.Split('.'), to.Split('.'));
        JsonObject? owner = source.Length == 1 ? document : document[source[0]] as JsonObject;
        if (owner?[source[^1]] is not { } value)
        {
            return;
        }

        owner.Remove(source[^1]);
        (target.Length == 1 ? document : Section(document, target[0]))[target[^1]] = value;
    }
}
