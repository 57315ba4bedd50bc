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
