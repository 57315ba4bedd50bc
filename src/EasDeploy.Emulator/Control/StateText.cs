using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Control;

/// <summary>The services of an emulator as one JSON document, to keep and to bring back.</summary>
internal static class StateText
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter() },
    };

    public static JsonObject Write(CloudState cloud) => new()
    {
        ["emulator"] = EmulatorServer.Version,
        ["region"] = cloud.Region,
        ["services"] = JsonSerializer.SerializeToNode(cloud.Services.Select(s => s.Export()).ToArray(), Form),
    };

    /// <summary>Replaces all services.</summary>
    /// <exception cref="ApiException">400 when the document is of another region or not a state.</exception>
    public static void Read(CloudState cloud, JsonObject document)
    {
        if (ServiceConfig.TextOf(document["region"]) is string region && region != cloud.Region)
        {
            throw ApiException.InvalidParameter($"emulator: the state is of {region}, this emulator is {cloud.Region}.");
        }

        try
        {
            ServiceState[] states = document["services"].Deserialize<ServiceState[]>(Form) ?? [];
            cloud.Replace(states.Select(EasService.Import));
        }
        catch (JsonException error)
        {
            throw ApiException.InvalidParameter($"emulator: this is no exported state: {error.Message}");
        }
    }
}
