using System.Text.Json.Nodes;

namespace EasDeploy.Emulator.State;

/// <summary>What becomes of a service because of what its document asks for.</summary>
/// <remarks>Source: workflow 6.7 "Common errors"; which mistake the cloud notices at which moment is assumed.</remarks>
internal static class NaturalOutcome
{
    /// <returns>Null when the service will run, else the event reason and message that end it.</returns>
    public static (string Reason, string Message)? Failure(ServiceConfig config, Catalog catalog, string region) =>
        NoRoom(config, catalog) ?? ImageNotPulled(config, catalog, region) ?? WrongChip(config, catalog) ?? ModelMissing(config, catalog, region);

    private static (string, string)? NoRoom(ServiceConfig config, Catalog catalog)
    {
        if (config.InstanceTypes.Count > 0)
        {
            return config.InstanceTypes.Any(t => t == "dedicated_resource" || Available(Find(catalog, t)))
                ? null
                : ("InsufficientResources", $"No stock for instance type {string.Join(", ", config.InstanceTypes)}");
        }

        JsonObject? group = catalog.Resources.FirstOrDefault(r => r["ResourceId"]!.GetValue<string>() == config.ResourceId);
        return group is null || Short(group, config, "Cpu", "cpu") is null && Short(group, config, "Gpu", "gpu") is null
            && Short(group, config, "Memory", "memory") is null
            ? null
            : ("InsufficientResources", $"Resource group {config.ResourceId} has too little free "
                + (Short(group, config, "Cpu", "cpu") ?? Short(group, config, "Gpu", "gpu") ?? Short(group, config, "Memory", "memory")));
    }

    private static (string, string)? ImageNotPulled(ServiceConfig config, Catalog catalog, string region)
    {
        const string Registry = "eas-registry-vpc.";
        string image = config.Image;
        return image.StartsWith(Registry, StringComparison.Ordinal)
            && (!image.StartsWith($"{Registry}{region}.", StringComparison.Ordinal) || Image(catalog, image) is null)
            ? ("ImagePullBackOff", $"Image pull failed: {image}")
            : null;
    }

    private static (string, string)? WrongChip(ServiceConfig config, Catalog catalog)
    {
        string[] wanted = Image(catalog, config.Image) is JsonObject image ? [.. Chips.OfImage(image)] : [];
        JsonObject? type = config.InstanceTypes.Select(t => Find(catalog, t)).FirstOrDefault(Available);
        if (wanted.Length == 0 || wanted.Contains(Chips.Cpu) || type is null && config.InstanceTypes.Count > 0)
        {
            return null;
        }

        string given = type is not null ? Chips.OfInstanceType(type)
            : config.Number("metadata", "gpu") > 0 || config.Number("metadata", "gpu_memory") > 0 ? "GPU" : Chips.Cpu;
        return wanted.Contains(given)
            ? null
            : ("InstanceCrashed", $"Instance crashed: image chip type {string.Join('/', wanted)} does not match instance chip type {given}");
    }

    private static (string, string)? ModelMissing(ServiceConfig config, Catalog catalog, string region)
    {
        foreach (JsonObject mount in config.Storage)
        {
            string path = ServiceConfig.TextOf(mount["oss"]?["path"]) ?? "";
            string[] parts = path.Replace("oss://", "", StringComparison.Ordinal).Split('/', 2);
            if (path.Length == 0 || !IsModel(mount, config))
            {
                continue;
            }

            JsonObject? bucket = catalog.Buckets.FirstOrDefault(b => b["Name"]!.GetValue<string>() == parts[0]);
            string folder = parts.ElementAtOrDefault(1)?.TrimEnd('/') ?? "";
            bool found = bucket is not null && bucket["Region"]!.GetValue<string>() == region
                && catalog.BucketObjects[parts[0]].Any(k => folder.Length == 0 || k == folder || k.StartsWith(folder + "/", StringComparison.Ordinal));
            if (!found)
            {
                return ("ModelNotFound", $"Model path {path} is not found in {region}, mounted at {ServiceConfig.TextOf(mount["mount_path"])}");
            }
        }

        return null;
    }

    /// <summary>A mount is a model when the start command names it, or when it is read-only or at the usual model place.</summary>
    private static bool IsModel(JsonObject mount, ServiceConfig config)
    {
        string at = ServiceConfig.TextOf(mount["mount_path"]) ?? "";
        return at == "/model_dir" || config.StartText.Contains(at, StringComparison.Ordinal)
            || (mount["oss"]?["readOnly"] ?? mount["oss"]?["read_only"])?.ToJsonString() == "true";
    }

    private static string? Short(JsonObject group, ServiceConfig config, string counted, string asked)
    {
        string total = counted == "Memory" ? "Memory" : counted + "Count";
        decimal free = group[total]!.GetValue<decimal>() - group[counted + "Used"]!.GetValue<decimal>();
        return (config.Number("metadata", asked) ?? 0) * config.Instances > free ? asked : null;
    }

    private static JsonObject? Find(Catalog catalog, string type) =>
        catalog.InstanceTypesByName.GetValueOrDefault(type);

    private static bool Available(JsonObject? type) => type?["IsAvailable"]!.GetValue<bool>() == true;

    private static JsonObject? Image(Catalog catalog, string uri) =>
        catalog.Images.FirstOrDefault(i => i["ImageUri"]!.GetValue<string>() == uri);
}
