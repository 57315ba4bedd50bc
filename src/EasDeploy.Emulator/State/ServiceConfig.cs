using System.Text.Json;
using System.Text.Json.Nodes;

namespace EasDeploy.Emulator.State;

/// <summary>Reads a service document, which no longer changes. Both spellings of a key (snake_case, lowerCamel) are found.</summary>
/// <remarks>Source: service-config.md §1-§6.</remarks>
internal sealed class ServiceConfig(JsonObject document)
{
    public JsonObject Document { get; } = document;

    /// <summary><c>metadata.name</c>, else the top-level <c>name</c>.</summary>
    public string? Name => Text("metadata", "name") ?? Text("name");

    /// <summary>Replicas; 1 when not given.</summary>
    public int Instances => (int)(Number("metadata", "instance") ?? 1);

    public string? ResourceId => Text("metadata", "resource");

    public string? QuotaId => Text("metadata", "quota_id");

    public string? Gateway => Text("networking", "gateway") ?? Text("metadata", "gateway");

    /// <summary>Access token asked for, at either accepted place.</summary>
    public string? Token => Text("credential", "token") ?? Text("token");

    public IReadOnlyList<JsonObject> Containers => Objects("containers");

    public IReadOnlyList<JsonObject> Storage => Objects("storage");

    public IReadOnlyList<JsonObject> LoadBalancers => Objects("networking", "nlb");

    /// <summary>Image of the first container, which takes the gateway's traffic.</summary>
    public string Image => Containers is [JsonObject first, ..] ? TextOf(first["image"]) ?? "" : "";

    /// <summary>Script or command of the first container; empty when the image's preset is used.</summary>
    public string StartText => Containers is [JsonObject first, ..] ? TextOf(first["script"]) ?? TextOf(first["command"]) ?? "" : "";

    /// <summary>Wanted instance types in order of preference; empty on a dedicated resource group.</summary>
    public IReadOnlyList<string> InstanceTypes => field ??= ReadInstanceTypes();

    public bool InternetDisabled =>
        At("networking", "disable_internet_endpoint") is JsonValue a && a.GetValueKind() == JsonValueKind.True
        || At("metadata", "disable_internet_endpoint") is JsonValue b && b.GetValueKind() == JsonValueKind.True;

    /// <returns>The node at the path, or null.</returns>
    public JsonNode? At(params ReadOnlySpan<string> path)
    {
        JsonNode? node = Document;
        foreach (string key in path)
        {
            node = (node as JsonObject) is JsonObject owner ? owner[key] ?? (key.Contains('_', StringComparison.Ordinal) ? owner[Camel(key)] : null) : null;
        }

        return node;
    }

    public string? Text(params ReadOnlySpan<string> path) => TextOf(At(path));

    public long? Number(params ReadOnlySpan<string> path) => NumberOf(At(path));

    public IReadOnlyList<JsonObject> Objects(params ReadOnlySpan<string> path) =>
        At(path) is JsonArray array ? [.. array.OfType<JsonObject>()] : [];

    public static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static long? NumberOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out long number) ? number : null;

    private string[] ReadInstanceTypes()
    {
        string[] listed = [.. Objects("cloud", "computing", "instances").Select(i => TextOf(i["type"]) ?? "")];
        return listed.Length > 0 ? listed : Text("cloud", "computing", "instance_type") is string one ? [one] : [];
    }

    private static string Camel(string key)
    {
        string[] parts = key.Split('_');
        return parts[0] + string.Concat(parts.Skip(1).Where(p => p.Length > 0).Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
    }
}
