using System.Collections.Immutable;

namespace EasDeploy.Execution;

/// <summary>Reads and changes services of one region. Implemented by the transports.</summary>
/// <exception cref="Diagnostics.CloudException">On every member: EAS70xx no answer, EAS71xx refused.</exception>
public interface IControlPlane
{
    /// <summary>Services whose name is exactly <paramref name="serviceName"/>; list rows carry no endpoints.</summary>
    /// <remarks>Source: EAS 2021-07-01 ListServices.</remarks>
    Task<IReadOnlyList<LiveService>> ListServicesAsync(string serviceName, CancellationToken ct);

    /// <returns>Null when the region has no service of that name (<c>InvalidService.NotFound</c>).</returns>
    /// <exception cref="Diagnostics.CloudException">EAS7110 when the name belongs to another account.</exception>
    Task<LiveService?> DescribeServiceAsync(string serviceName, CancellationToken ct);

    /// <param name="body">The service JSON, sent byte for byte.</param>
    /// <param name="workspaceId">Query parameter WorkspaceId; null = left out.</param>
    /// <param name="labels">Labels to write; empty = left out.</param>
    /// <remarks>Source: deployment workflow, step 6.3. May take 1 to 2 minutes; has no idempotency token.</remarks>
    Task<CreatedService> CreateServiceAsync(
        ReadOnlyMemory<byte> body, string? workspaceId, IReadOnlyDictionary<string, string> labels, CancellationToken ct);

    /// <summary>Starts the deletion; it is complete when DescribeService knows the name no more. A service already gone is success.</summary>
    Task DeleteServiceAsync(string serviceName, CancellationToken ct);

    /// <summary>Replaces the document of a service, as a new version; the old instances serve until the new ones are ready.</summary>
    /// <param name="body">The whole service JSON: what it does not name goes.</param>
    /// <remarks>Source: openapi.md section 5.1, UpdateService with UpdateType=replace.</remarks>
    Task UpdateServiceAsync(string serviceName, ReadOnlyMemory<byte> body, CancellationToken ct);

    /// <summary>Rolls back to an older version.</summary>
    /// <param name="version">Above 0 and below the current one.</param>
    Task UpdateServiceVersionAsync(string serviceName, int version, CancellationToken ct);

    /// <summary>Adds labels or gives them new values; others stay.</summary>
    Task UpdateServiceLabelAsync(string serviceName, IReadOnlyDictionary<string, string> labels, CancellationToken ct);

    /// <summary>Takes labels away; one that is not there is no error.</summary>
    Task DeleteServiceLabelAsync(string serviceName, IReadOnlyList<string> labelKeys, CancellationToken ct);

    /// <summary>Scaling rules in the form they are written.</summary>
    Task<string> DescribeServiceAutoScalerAsync(string serviceName, CancellationToken ct);

    /// <param name="rules">As <see cref="DescribeServiceAutoScalerAsync"/> gave them; the service must have none.</param>
    Task CreateServiceAutoScalerAsync(string serviceName, string rules, CancellationToken ct);

    /// <summary>Timed scaling rules in the form they are written.</summary>
    Task<string> DescribeServiceCronScalerAsync(string serviceName, CancellationToken ct);

    /// <param name="rules">As <see cref="DescribeServiceCronScalerAsync"/> gave them; the service must have none.</param>
    Task CreateServiceCronScalerAsync(string serviceName, string rules, CancellationToken ct);

    Task<IReadOnlyList<ServiceEndpoint>> DescribeServiceEndpointsAsync(string serviceName, CancellationToken ct);

    /// <summary>Events of the last days, in any order.</summary>
    Task<IReadOnlyList<ServiceEvent>> DescribeServiceEventAsync(string serviceName, CancellationToken ct);

    Task<ImmutableArray<ServiceInstance>> ListServiceInstancesAsync(string serviceName, CancellationToken ct);

    /// <summary>Containers of one instance.</summary>
    Task<ImmutableArray<ServiceContainer>> ListServiceContainersAsync(string serviceName, string instanceName, CancellationToken ct);

    /// <summary>Log lines in the API's order.</summary>
    Task<IReadOnlyList<string>> DescribeServiceLogAsync(string serviceName, LogQuery query, CancellationToken ct);

    /// <summary>What the service thinks is wrong with it; empty when nothing is.</summary>
    Task<ImmutableArray<ServiceDiagnosis>> DescribeServiceDiagnosisAsync(string serviceName, CancellationToken ct);

    /// <summary>Every version that is kept.</summary>
    Task<ImmutableArray<ServiceVersion>> ListServiceVersionsAsync(string serviceName, CancellationToken ct);
}
