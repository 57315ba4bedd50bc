using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Content of <c>deployment.json</c>: what happened to one service. Never holds a token.</summary>
/// <remarks>
/// Write <see cref="Interrupted"/> before the first call and replace it at the end: a run that is killed then says <c>interrupted</c>, never <c>running</c>.
/// Described in docs/reference/deployment-json.md.
/// </remarks>
public sealed record DeploymentRecord
{
    /// <summary>Rises when a key is renamed, removed or changes its meaning; a new key does not raise it.</summary>
    public const int CurrentSchemaVersion = 1;

    private static readonly DeploymentRecordJsonContext s_context = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private DeploymentRecord(
        string service, string region, bool isEmulator, string outcome, string? status, string? internetEndpoint, string? intranetEndpoint,
        DateTimeOffset startedAt, DateTimeOffset? endedAt, int? seconds,
        ImmutableArray<RecordedDiagnostic> diagnostics, ImmutableArray<RecordedEvent> events, string? reason = null, string? diagnosis = null)
    {
        (Service, Region, Emulator, Outcome, Status) = (service, region, isEmulator, outcome, status);
        (InternetEndpoint, IntranetEndpoint) = (NullIfEmpty(internetEndpoint), NullIfEmpty(intranetEndpoint));
        (StartedAt, EndedAt, Seconds) = (Utc(startedAt), endedAt is { } ended ? Utc(ended) : null, seconds);
        (Diagnostics, Events) = (diagnostics, events);
        (Reason, Diagnosis) = (reason, diagnosis);
    }

    [JsonPropertyName("schemaVersion")]
    public int SchemaVersion { get; } = CurrentSchemaVersion;

    [JsonPropertyName("service")]
    public string Service { get; }

    [JsonPropertyName("region")]
    public string Region { get; }

    /// <summary>True = nothing of this happened in the cloud.</summary>
    [JsonPropertyName("emulator")]
    public bool Emulator { get; }

    /// <summary><c>running</c>, <c>accepted</c>, <c>failed</c>, <c>failedEarly</c>, <c>notVerified</c>, <c>timedOut</c>, <c>cancelled</c>, <c>deleted</c>, <c>notDeployed</c> or <c>interrupted</c>.</summary>
    [JsonPropertyName("outcome")]
    public string Outcome { get; }

    /// <summary>Last status seen, in the API's words; null = there is no service, or it was never asked.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; }

    // These two keys are the API's own words, as they stand in the result block.
    [JsonPropertyName("InternetEndpoint")]
    public string? InternetEndpoint { get; }

    [JsonPropertyName("IntranetEndpoint")]
    public string? IntranetEndpoint { get; }

    /// <summary>UTC, <c>2026-11-22T22:00:00Z</c>.</summary>
    [JsonPropertyName("startedAt")]
    public string StartedAt { get; }

    /// <summary>UTC; null = interrupted.</summary>
    [JsonPropertyName("endedAt")]
    public string? EndedAt { get; }

    /// <summary>Whole seconds; null = interrupted.</summary>
    [JsonPropertyName("seconds")]
    public int? Seconds { get; }

    [JsonPropertyName("diagnostics")]
    public ImmutableArray<RecordedDiagnostic> Diagnostics { get; }

    /// <summary>Newest first, at most three; only when it failed or the limit was reached.</summary>
    [JsonPropertyName("events")]
    public ImmutableArray<RecordedEvent> Events { get; }

    /// <summary>Known cause of a failure, as docs/reference/failure-reasons.md names it; null = none is known, or it did not fail.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; }

    /// <summary>Folder beside this file that holds what was found out; null = there is none.</summary>
    [JsonPropertyName("diagnosis")]
    public string? Diagnosis { get; }

    /// <summary>The record of a deployment that has ended.</summary>
    public static DeploymentRecord Of(DeploymentResult result, string region, bool isEmulator) => new(
        result.ServiceName, region, isEmulator, Word(result.Outcome), result.Status, result.InternetEndpoint, result.IntranetEndpoint,
        result.StartedAt, result.EndedAt, result.Seconds,
        [.. result.Diagnostics.Select(finding => new RecordedDiagnostic(finding.Code, Word(finding.Severity), finding.Message))],
        [.. result.Events.Select(Recorded)],
        result.Reason?.ErrorType,
        result.Diagnosis is null ? null : DiagnosisFiles.Folder);

    /// <summary>The record of a deployment that has begun, until its end replaces it.</summary>
    public static DeploymentRecord Interrupted(string serviceName, string region, bool isEmulator, DateTimeOffset startedAt) =>
        new(serviceName, region, isEmulator, "interrupted", null, null, null, startedAt, null, null, [], []);

    /// <returns>UTF-8 without byte order mark, LF, final newline: the same record gives the same bytes on every machine.</returns>
    public static byte[] Write(DeploymentRecord record) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(record, s_context.DeploymentRecord) + "\n");

    internal static RecordedEvent Recorded(ServiceEvent happened) =>
        new(happened.Type, happened.Reason, happened.Message, happened.Time is { } time ? Utc(time) : null);

    /// <summary>The word of an outcome in <c>deployment.json</c> and in the outputs of a build.</summary>
    public static string Word(DeploymentOutcome outcome) => outcome switch
    {
        DeploymentOutcome.Running => "running",
        DeploymentOutcome.Accepted => "accepted",
        DeploymentOutcome.Failed => "failed",
        DeploymentOutcome.FailedEarly => "failedEarly",
        DeploymentOutcome.NotVerified => "notVerified",
        DeploymentOutcome.TimedOut => "timedOut",
        DeploymentOutcome.Cancelled => "cancelled",
        DeploymentOutcome.Deleted => "deleted",
        _ => "notDeployed",
    };

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c>.</param>
public sealed record RecordedDiagnostic(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("severity")] string Severity,
    [property: JsonPropertyName("message")] string Message);

/// <param name="Time">UTC; null = the API's text is not a time.</param>
public sealed record RecordedEvent(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("reason")] string Reason,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("time")] string? Time);

[JsonSerializable(typeof(DeploymentRecord))]
internal sealed partial class DeploymentRecordJsonContext : JsonSerializerContext;
