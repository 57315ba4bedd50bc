using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;

namespace EasDeploy.Configs;

/// <summary>The body of CreateService, byte-stable: the same service gives the same bytes on every machine and culture.</summary>
/// <remarks>Source: service-config.md; emit order section 12: never null or empty sections, UTF-8 without BOM, LF.</remarks>
public sealed class ServiceConfig
{
    // '+', '<' and letters beyond ASCII stay readable: the file is JSON, never HTML.
    private static readonly ServiceConfigJsonContext s_context = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private ServiceConfig(ValidService valid, byte[] utf8)
    {
        Service = valid.Service;
        Utf8 = utf8;
    }

    public ResolvedService Service { get; }

    public string Name => Service.Name;

    /// <summary>Content of <c>eas_service.json</c>, final newline included.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    public string Text => Encoding.UTF8.GetString(Utf8.Span);

    public static ServiceConfig From(ValidService valid) => new(valid, Encoding.UTF8.GetBytes(Draft(valid.Service)));

    /// <summary>The document of a service that may still be wrong; only <see cref="From"/> makes one to send.</summary>
    internal static string Draft(ResolvedService service, bool isPatched = true)
    {
        ServiceConfigDocument document = new(
            MetadataPart.Of(service),
            ContainersPart.Of(service),
            StoragePart.Of(service),
            CloudPart.Of(service),
            NetworkingPart.Of(service),
            AutoscalerPart.Of(service),
            RuntimePart.Of(service),
            service.Spec.Environment.RegistryAuthFromEnvironment is { } auth ? VariableReference.Of(auth.Value) : null);
        ConfigText? patch = isPatched ? service.Spec.Item.ConfigPatch : null;
        if (service.Spec.Item.ConfigRest is null && patch is null)
        {
            return JsonSerializer.Serialize(document, s_context.ServiceConfigDocument) + "\n";
        }

        JsonObject written = JsonSerializer.SerializeToNode(document, s_context.ServiceConfigDocument)!.AsObject();
        JsonObject whole = service.Spec.Item.ConfigRest is { } rest ? ConfigOverlay.Of(written, rest) : written;
        return (patch is null ? whole : ConfigOverlay.Of(MergePatch.Apply(whole, patch.Root), [])).ToJsonString(s_context.Options) + "\n";
    }

    /// <summary>The bytes to send: the file, with the values it only refers to, and the access token a recreated service keeps. Neither is ever on disk.</summary>
    /// <param name="readVariable">Reads a variable of the deploying process.</param>
    /// <remarks>Source: design ruling K6; token and dockerAuth (Base64 of <c>user:password</c>) are top-level keys (service-config.md section 2).</remarks>
    public ReadOnlyMemory<byte> BodyToSend(Secret keptToken, Func<string, Secret> readVariable)
    {
        ServiceEnvironmentSpec environment = Service.Spec.Environment;
        bool hasReferences = environment.RegistryAuthFromEnvironment is not null
            || Service.Spec.VariablesByContainer.Any(variables => variables.Any(variable => variable.FromEnvironment is not null));
        if (keptToken.IsEmpty && !hasReferences)
        {
            return Utf8;
        }

        JsonObject body = JsonNode.Parse(Utf8.Span)!.AsObject();
        foreach ((int container, ImmutableArray<EnvironmentVariable> variables) in Service.Spec.VariablesByContainer.Index())
        {
            foreach (EnvironmentVariable variable in variables)
            {
                if (variable.FromEnvironment is { } source)
                {
                    Replace(body, container, variable, readVariable(source.Value));
                }
            }
        }

        // A ConfigPatch may have put something else there.
        if (environment.RegistryAuthFromEnvironment is { } auth && body["dockerAuth"] is JsonValue written
            && written.TryGetValue(out string? reference) && reference == VariableReference.Of(auth.Value))
        {
            body["dockerAuth"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(readVariable(auth.Value).Reveal()));
        }

        if (!keptToken.IsEmpty && body["token"] is null && (body["credential"] as JsonObject)?["token"] is null)
        {
            body["token"] = keptToken.Reveal();
        }

        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    // Only at its own place: a text elsewhere that looks like a reference is the author's text.
    private static void Replace(JsonObject body, int container, EnvironmentVariable variable, Secret value)
    {
        if ((body["containers"] as JsonArray)?.ElementAtOrDefault(container) is not JsonObject one || one["env"] is not JsonArray list)
        {
            return;
        }

        foreach (JsonObject entry in list.OfType<JsonObject>())
        {
            if (TextOf(entry["name"]) == variable.Name && TextOf(entry["value"]) == variable.TextInFile)
            {
                entry["value"] = value.Reveal();
            }
        }

        static string? TextOf(JsonNode? node) => node is JsonValue text && text.TryGetValue(out string? read) ? read : null;
    }
}

/// <summary>Top level of <c>eas_service.json</c>, in emit order.</summary>
internal sealed record ServiceConfigDocument(
    [property: JsonPropertyName("metadata")] MetadataPart Metadata,
    [property: JsonPropertyName("containers")] IReadOnlyList<ContainersPart> Containers,
    [property: JsonPropertyName("storage")] IReadOnlyList<StoragePart>? Storage,
    [property: JsonPropertyName("cloud")] CloudPart? Cloud,
    [property: JsonPropertyName("networking")] NetworkingPart? Networking,
    [property: JsonPropertyName("autoscaler")] AutoscalerPart? Autoscaler,
    [property: JsonPropertyName("runtime")] RuntimePart? Runtime,
    [property: JsonPropertyName("dockerAuth")] string? DockerAuth);

[JsonSerializable(typeof(ServiceConfigDocument))]
internal sealed partial class ServiceConfigJsonContext : JsonSerializerContext;
