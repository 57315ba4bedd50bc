using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EasDeploy.Specs;

namespace EasDeploy.Plans;

/// <summary>A plan as JSON: shown to programs, saved, and applied later exactly as it stands.</summary>
/// <remarks>Holds the config as its file does: no value of a referenced variable, no access token.</remarks>
public sealed record PlanDocument
{
    /// <summary>Rises when a key is renamed, removed or changes its meaning.</summary>
    public const int CurrentSchemaVersion = 1;

    private static readonly PlanDocumentJsonContext s_context = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    });

    [JsonPropertyName("schemaVersion")]
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    [JsonPropertyName("service")]
    public required string Service { get; init; }

    [JsonPropertyName("region")]
    public required string Region { get; init; }

    /// <summary><c>Recreate</c>, <c>Update</c> or <c>Fail</c>.</summary>
    [JsonPropertyName("onExisting")]
    public required string OnExisting { get; init; }

    /// <summary>The service the plan was made against; all null = the name was free.</summary>
    [JsonPropertyName("live")]
    public required LivePrint Live { get; init; }

    [JsonPropertyName("changes")]
    public required ImmutableArray<PlannedChange> Changes { get; init; }

    /// <summary>Names of <see cref="PlanAction"/>, in order; empty = nothing to do, or refused.</summary>
    [JsonPropertyName("steps")]
    public required ImmutableArray<PlannedStep> Steps { get; init; }

    /// <summary>Code and message; null = not refused.</summary>
    [JsonPropertyName("refusal")]
    public string? Refusal { get; init; }

    /// <summary>SHA-256 of the config's file.</summary>
    [JsonPropertyName("configHash")]
    public required string ConfigHash { get; init; }

    /// <summary>The service document that will be sent.</summary>
    [JsonPropertyName("config")]
    public required JsonObject Config { get; init; }

    public static PlanDocument Of(DeploymentPlan plan, string region) => new()
    {
        Service = plan.Config.Name,
        Region = region,
        OnExisting = plan.Policy.ToString(),
        Live = LivePrint.Of(plan.Existing),
        Changes = [.. plan.Changes.Select(change => new PlannedChange(change.Kind.ToString(), change.Pointer, change.Old, change.New, change.Danger))],
        Steps = [.. plan.Steps.Select(step => new PlannedStep(step.Action.ToString(), step.Precondition, step.IsDangerous))],
        Refusal = plan.Refusal is { } refusal ? $"{refusal.Code}: {refusal.Message}" : null,
        ConfigHash = LivePrint.HashOf(plan.Config),
        Config = JsonNode.Parse(plan.Config.Utf8.Span)!.AsObject(),
    };

    /// <returns>UTF-8, LF, final newline.</returns>
    public static byte[] Write(PlanDocument document) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(document, s_context.PlanDocument) + "\n");

    /// <returns>Null when the text is no plan of this version.</returns>
    public static PlanDocument? Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, s_context.PlanDocument) is { SchemaVersion: CurrentSchemaVersion } document
                && Enum.TryParse(document.OnExisting, out OnExisting _) ? document : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The policy the plan was made under.</summary>
    public OnExisting Policy => Enum.Parse<OnExisting>(OnExisting);

    /// <returns>Why a plan made now is not this one, in words; null = it is.</returns>
    public string? WhatMoved(DeploymentPlan now, string region)
    {
        LivePrint live = LivePrint.Of(now.Existing);
        return (Region == region, Service == now.Config.Name, ConfigHash == LivePrint.HashOf(now.Config), Live == live) switch
        {
            (false, _, _, _) => $"it was made for region {Region}",
            (_, false, _, _) => $"it was made for service '{Service}'",
            (_, _, false, _) => "the config is another one now",
            (_, _, _, false) => (Live.CreateTime, live.CreateTime) switch
            {
                (null, _) => "a service of this name exists now",
                (_, null) => "the live service is gone",
                _ when Live.CreateTime != live.CreateTime => $"the live service was created again at {live.CreateTime}",
                _ when Live.LatestVersion == live.LatestVersion => "the live service was changed since, within the same version",
                _ => $"the live service moved from version {Live.LatestVersion} to {live.LatestVersion}",
            },
            _ when !Steps.Select(step => step.Action).SequenceEqual(now.Steps.Select(step => step.Action.ToString())) => "other steps are needed now",
            _ => null,
        };
    }
}

/// <summary>One field that differs. Secrets are <c>***</c>.</summary>
public sealed record PlannedChange(
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("pointer")] string Pointer,
    [property: JsonPropertyName("old")] string? Old,
    [property: JsonPropertyName("new")] string? New,
    [property: JsonPropertyName("danger")] string? Danger);

/// <summary>One step, in order.</summary>
public sealed record PlannedStep(
    [property: JsonPropertyName("action")] string Action,
    [property: JsonPropertyName("when")] string When,
    [property: JsonPropertyName("dangerous")] bool Dangerous);

[JsonSerializable(typeof(PlanDocument))]
internal sealed partial class PlanDocumentJsonContext : JsonSerializerContext;
