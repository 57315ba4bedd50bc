using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using EasDeploy.Diagnostics;
using EasDeploy.Plans;

namespace EasDeploy.Execution;

/// <summary>A service as it was before it was deleted: enough to create it again, for the same callers.</summary>
/// <remarks>Source: design section 6: the body as the API returned it, with secrets; owner-only, removed after success.</remarks>
internal sealed record ServiceBackup
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    public required string Service { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary><c>ServiceConfig</c> of DescribeService, unchanged.</summary>
    public required string Body { get; init; }

    /// <summary>The API hides it in the body.</summary>
    public required string? AccessToken { get; init; }

    public required string? WorkspaceId { get; init; }

    public required int? Version { get; init; }

    public required string Status { get; init; }

    public required ImmutableDictionary<string, string> Labels { get; init; }

    /// <summary>Scaling rules as they are written; null = none beside those of the body.</summary>
    public string? AutoScaler { get; init; }

    /// <summary>Timed scaling rules as they are written; null = none beside those of the body.</summary>
    public string? CronScaler { get; init; }

    public static byte[] Serialize(ServiceBackup backup) => JsonSerializer.SerializeToUtf8Bytes(backup, DeploymentStateJsonContext.Default.ServiceBackup);

    /// <returns>Null when the bytes are no backup of this version.</returns>
    public static ServiceBackup? Parse(byte[]? utf8)
    {
        try
        {
            return utf8 is not null && JsonSerializer.Deserialize(utf8, DeploymentStateJsonContext.Default.ServiceBackup) is { SchemaVersion: CurrentSchemaVersion } read
                ? read
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The document to create it from, with its access token.</summary>
    public ReadOnlyMemory<byte> BodyToSend()
    {
        if (string.IsNullOrEmpty(AccessToken) || LiveDiff.Parse(Body) is not { } document)
        {
            return Encoding.UTF8.GetBytes(Body);
        }

        document["token"] = AccessToken;
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    public Secret Token => new(AccessToken);

    /// <summary>What the record says when it is printed by accident.</summary>
    public override string ToString() => $"backup of {Service}, {At:O}";
}
