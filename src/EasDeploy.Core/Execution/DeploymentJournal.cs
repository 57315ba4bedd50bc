using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EasDeploy.Execution;

/// <summary>What one run has asked of the cloud for one service, and what came of it.</summary>
/// <remarks>Holds no secret. The last write may have the result <see cref="Unknown"/>: the process ended between the request and its answer.</remarks>
internal sealed record DeploymentJournal
{
    public const int CurrentSchemaVersion = 1;

    /// <summary>The request was about to be sent; nothing is known about its answer.</summary>
    public const string Unknown = "unknown";

    public const string Done = "done";

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    public required string Service { get; init; }

    public required string Region { get; init; }

    /// <summary>Account id of the caller; null = could not be asked.</summary>
    public required string? Account { get; init; }

    public required string Project { get; init; }

    /// <summary>Run that owns the service now: its label says the same.</summary>
    public required string Run { get; init; }

    /// <summary>Runs before this one on the same service: their leases and labels are ours, too. Newest first, at most ten.</summary>
    public ImmutableArray<string> EarlierRuns { get; init; } = [];

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Version before an update; null = not an update.</summary>
    public int? VersionBefore { get; init; }

    /// <summary>Newest version there was before an update: after a rollback above <see cref="VersionBefore"/>.</summary>
    public int? LatestBefore { get; init; }

    /// <summary>Creation time of the service before, as the API writes it; null = there was none.</summary>
    public string? CreatedBefore { get; init; }

    /// <summary>The state folder holds the old service.</summary>
    public bool HasBackup { get; init; }

    /// <summary>SHA-256 of the config the run wanted; null = a rollback.</summary>
    public string? ConfigHash { get; init; }

    /// <summary>The run had given the new service up and was bringing the old one back.</summary>
    public bool IsRestoring { get; init; }

    /// <summary>The new service was accepted and nobody waited for it: the next deployment starts over, a rollback is still possible.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>False until the goal was reached or the old state was brought back.</summary>
    public bool IsClosed { get; init; }

    public ImmutableArray<JournaledWrite> Writes { get; init; } = [];

    public bool Has(string write) => Writes.Any(entry => entry.Write == write);

    public static byte[] Serialize(DeploymentJournal journal) => JsonSerializer.SerializeToUtf8Bytes(journal, DeploymentStateJsonContext.Default.DeploymentJournal);

    /// <returns>Null when the bytes are no journal of this version.</returns>
    public static DeploymentJournal? Parse(byte[]? utf8)
    {
        try
        {
            return utf8 is not null && JsonSerializer.Deserialize(utf8, DeploymentStateJsonContext.Default.DeploymentJournal) is { SchemaVersion: CurrentSchemaVersion } read
                ? read
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Write">Name of the operation, <c>DeleteService</c>.</param>
/// <param name="Result"><c>unknown</c>, <c>done</c>, or the code of the refusal.</param>
internal sealed record JournaledWrite(string Write, DateTimeOffset At, string Result);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DeploymentJournal))]
[JsonSerializable(typeof(ServiceBackup))]
internal sealed partial class DeploymentStateJsonContext : JsonSerializerContext;
