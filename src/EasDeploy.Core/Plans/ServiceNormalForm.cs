using System.Text.Json.Nodes;

namespace EasDeploy.Plans;

/// <summary>One form for one meaning: other spellings are moved to the one we write, and values that hold anyway are left out.</summary>
/// <remarks>Source: service-config.md section 1 (aliases; a hint, not a contract) and the defaults of sections 3, 6 and 7.</remarks>
internal static class ServiceNormalForm
{
    // From, to; a key with a dot in its name stands in it as it is.
    private static readonly (string[] From, string[] To)[] s_moves =
    [
        .. Moves("", "", "name>metadata.name credential.token>token credential.docker_auth>dockerAuth credential.role_arn>role_arn "
            + "credential.generate_token>generate_token baseimage>runtime.base_image worker_image>runtime.worker_image runtime.cuda>metadata.cuda"),
        (["rpc"], ["metadata", "rpc"]),
        .. Moves("metadata.", "metadata.rpc.", "io_threads>io_threads max_queue_size>max_queue_size worker_threads>worker_threads workers>worker_threads"),
        (["metadata", "eas.termination_grace_period"], ["runtime", "termination_grace_period"]),
        .. Moves("metadata.eas.", "", "termination_grace_period>runtime.termination_grace_period handlers>eas.handlers "
            + "enabled_model_verification>eas.enabled_model_verification scheduler.policy>scheduling.policy "
            + "scheduler.scatter_key>scheduling.topology_key scheduler.enable_cpuset>scheduling.enable_cpuset"),
        .. Moves("metadata.", "networking.", "gateway>gateway path>path traffic_state>traffic_state"),
        .. Moves("networking.", "metadata.", "enable_grpc>enable_grpc enable_https>enable_https enable_http2>enable_http2 "
            + "disable_internet_endpoint>disable_internet_endpoint"),
        .. Moves("scheduling.", "metadata.scheduling.", "spread>spread priority>priority pack>pack node_affinity>node_affinity"),
        .. Moves("metadata.", "", "autoscaler>autoscaler cronscaler>cronscaler"),
    ];

    /// <returns>A tree of its own, without null and without empty sections.</returns>
    public static JsonObject Of(JsonObject document)
    {
        JsonObject normal = (JsonObject)document.DeepClone();
        foreach ((string[] from, string[] to) in s_moves)
        {
            Move(normal, from, to);
        }

        foreach (JsonObject mount in Entries(normal["storage"]))
        {
            SetFlag(mount["oss"], "read_only", "readOnly", whenLeftOut: false);
            SetFlag(mount["nfs"], "read_only", "readOnly", whenLeftOut: false);
            SetFlag(mount["dataset"], "readOnly", "read_only", whenLeftOut: true);
        }

        foreach (JsonObject listener in Entries(normal["networking"]?["nlb"]))
        {
            Rename(listener, "netType", "net_type");
        }

        int number = 0;
        foreach (JsonObject container in Entries(normal["containers"]))
        {
            Drop(container, "name", $"worker{number++}");
        }

        Drop(normal["metadata"], "instance", 1);
        Drop(normal["runtime"], "termination_grace_period", 30);
        Drop(normal["networking"], "traffic_state", "standalone");
        RemoveEmpty(normal);
        return normal;
    }

    private static IEnumerable<(string[], string[])> Moves(string from, string to, string pairs) => pairs.Split(' ').Select(pair =>
    {
        string[] ends = pair.Split('>');
        return ((from + ends[0]).Split('.'), (to + ends[1]).Split('.'));
    });

    // What stands at the target already wins.
    private static void Move(JsonObject root, string[] from, string[] to)
    {
        JsonObject? owner = root;
        foreach (string key in from[..^1])
        {
            owner = owner?[key] as JsonObject;
        }

        if (owner?[from[^1]] is not { } value)
        {
            return;
        }

        JsonObject target = root;
        foreach (string key in to[..^1])
        {
            if (target[key] is null)
            {
                target[key] = new JsonObject();
            }

            if (target[key] is not JsonObject next)
            {
                return;
            }

            target = next;
        }

        owner.Remove(from[^1]);
        if (value is JsonObject section && target[to[^1]] is JsonObject present)
        {
            foreach ((string key, JsonNode? member) in section.ToArray())
            {
                section.Remove(key);
                present.TryAdd(key, member);
            }
        }
        else
        {
            target.TryAdd(to[^1], value);
        }
    }

    private static IEnumerable<JsonObject> Entries(JsonNode? list) => list is JsonArray array ? array.OfType<JsonObject>() : [];

    private static void SetFlag(JsonNode? node, string other, string name, bool whenLeftOut)
    {
        if (node is JsonObject section)
        {
            Rename(section, other, name);
            Drop(section, name, whenLeftOut);
        }
    }

    private static void Rename(JsonObject section, string other, string name)
    {
        if (section[other] is { } value)
        {
            section.Remove(other);
            section.TryAdd(name, value);
        }
    }

    private static void Drop(JsonNode? node, string name, JsonNode whatHoldsAnyway)
    {
        if (node is JsonObject section && JsonNode.DeepEquals(section[name], whatHoldsAnyway))
        {
            section.Remove(name);
        }
    }

    // Inside a list an empty section may mean something (empty_dir).
    private static void RemoveEmpty(JsonObject section)
    {
        foreach ((string key, JsonNode? member) in section.ToArray())
        {
            if (member is JsonObject inner)
            {
                RemoveEmpty(inner);
            }

            if (member is null or JsonObject { Count: 0 } or JsonArray { Count: 0 })
            {
                section.Remove(key);
            }
        }
    }
}
