using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Plans;

/// <summary>What a config changes on the service that runs.</summary>
internal static class LiveDiff
{
    /// <returns>Empty when nothing differs. A live service whose document cannot be read differs as a whole.</returns>
    public static ImmutableArray<ConfigChange> Of(ServiceConfig config, LiveService live, Func<string, Secret> readVariable)
    {
        if (Parse(live.ServiceConfig) is not { } document)
        {
            return [new ConfigChange(ChangeKind.Changed, "", null, null, "the live document cannot be read, so it is not known what changes")];
        }

        HashSet<string> secrets = [.. config.Service.Spec.VariablesByContainer.SelectMany(variables => variables)
            .Where(variable => variable.FromEnvironment is not null).Select(variable => variable.Name)];
        JsonObject wanted = JsonNode.Parse(config.BodyToSend(default, readVariable).Span)!.AsObject();
        ImmutableArray<ConfigChange> changes = ConfigDiff.Compare(wanted, document, new SecretMask(secrets));
        return [.. changes.Where(change => !IsUnknowable(change, config, wanted, live, readVariable))];
    }

    public static JsonObject? Parse(string? document)
    {
        try
        {
            return document is null ? null : JsonNode.Parse(document) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Secrets the API does not show, and values this process does not know, are not differences.</summary>
    /// <remarks>Source: service-config.md section 1: secrets are hidden on export.</remarks>
    private static bool IsUnknowable(ConfigChange change, ServiceConfig config, JsonObject wanted, LiveService live, Func<string, Secret> readVariable)
    {
        switch (change)
        {
            case { Pointer: "/token" }:
                return change.Kind == ChangeKind.Removed || Text(wanted["token"] ?? wanted["credential"]?["token"]) == live.AccessToken.Reveal();
            case { Pointer: "/dockerAuth", Kind: ChangeKind.Added } when ServiceLabels.ConfigOf(live) == ServiceLabels.ConfigHash(config):
                return true;
            case { Pointer: "/dockerAuth" }:
                return config.Service.Spec.Environment.RegistryAuthFromEnvironment is { } auth && readVariable(auth.Value).IsEmpty;
            case { Kind: ChangeKind.Changed } when change.Pointer.Split('/') is ["", "containers", var container, "env", var entry, ..]
                && int.TryParse(container, NumberStyles.None, CultureInfo.InvariantCulture, out int i)
                && int.TryParse(entry, NumberStyles.None, CultureInfo.InvariantCulture, out int j):
                return Text((wanted["containers"]?[i]?["env"] as JsonArray)?.ElementAtOrDefault(j)?["name"]) is { } name
                    && config.Service.Spec.VariablesByContainer.ElementAtOrDefault(i) is { IsDefault: false } variables
                    && variables.Any(variable => variable.Name == name && variable.FromEnvironment is { } source && readVariable(source.Value).IsEmpty);
            default:
                return false;
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
