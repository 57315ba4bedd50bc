using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>A service as DescribeService shows it.</summary>
/// <param name="Status"><c>Creating</c>, <c>Waiting</c>, <c>Running</c>, <c>Failed</c>, … Unknown words mean progress.</param>
/// <param name="InternetEndpoint">Null or empty when the network type has none.</param>
/// <param name="AccessToken">Sent as <c>Authorization</c> when the service is called.</param>
/// <param name="SafetyLock"><c>all</c>, <c>dangerous</c>, <c>none</c> or null.</param>
/// <param name="ServiceConfig">The body as the API keeps it (normalised JSON text); null in list rows.</param>
/// <param name="CreateTime">As the API writes it.</param>
/// <remarks>Source: EAS 2021-07-01 Service object; flat, not wrapped.</remarks>
public sealed record LiveService(
    string Name,
    string Status,
    string? Reason,
    string? Message,
    string? InternetEndpoint,
    string? IntranetEndpoint,
    Secret AccessToken,
    string? SafetyLock,
    string? ServiceConfig,
    string? CreateTime,
    int? RunningInstance,
    int? TotalInstance)
{
    /// <summary>Stopping, deleting and replacing it are forbidden.</summary>
    /// <remarks>Source: openapi.md section 5.1, UpdateServiceSafetyLock: dangerous blocks delete and stop, all blocks changes too.</remarks>
    [MemberNotNullWhen(true, nameof(SafetyLock))]
    public bool IsSafetyLocked => SafetyLock is "all" or "dangerous";

    /// <summary>Version that is rolled out; versions count from 1.</summary>
    public int? CurrentVersion { get; init; }

    /// <summary>Newest version there is; after a rollback above <see cref="CurrentVersion"/>.</summary>
    public int? LatestVersion { get; init; }

    public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Workspace it belongs to; null = none.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>Scaling rules exist, in the document or beside it.</summary>
    public bool AutoscalerEnabled { get; init; }

    /// <summary>Timed scaling rules exist, in the document or beside it.</summary>
    public bool CronscalerEnabled { get; init; }
}

/// <summary>Answer of CreateService. Its endpoints are not kept: the vendor's own sample has them swapped.</summary>
public sealed record CreatedService(string Name, string? ServiceId, string? Status);

/// <summary>One event of a service.</summary>
/// <param name="Type"><c>Normal</c> or <c>Warning</c>.</param>
/// <param name="Time">Parsed UTC time; null when the API's text is not a time.</param>
/// <remarks>Source: EAS 2021-07-01 DescribeServiceEvent; order is not documented, so readers sort.</remarks>
public sealed record ServiceEvent(string Type, string Reason, string Message, DateTimeOffset? Time);

/// <summary>One endpoint of a service.</summary>
/// <param name="EndpointType"><c>DefaultGateway</c>, <c>PrivateGateway</c>, <c>Nlb</c>, <c>Nacos</c>.</param>
/// <remarks>Source: EAS 2021-07-01 DescribeServiceEndpoints.</remarks>
public sealed record ServiceEndpoint(
    string EndpointType, IReadOnlyList<string> InternetEndpoints, IReadOnlyList<string> IntranetEndpoints, int? Port);
