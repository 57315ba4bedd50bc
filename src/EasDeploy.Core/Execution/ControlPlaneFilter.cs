using System.Collections.Immutable;

namespace EasDeploy.Execution;

/// <summary>A control plane that looks at each call before it passes it on.</summary>
internal abstract class ControlPlaneFilter(IControlPlane inner) : IControlPlane
{
    public Task<IReadOnlyList<LiveService>> ListServicesAsync(string serviceName, CancellationToken ct) =>
        ReadAsync(() => inner.ListServicesAsync(serviceName, ct), ct);

    public Task<LiveService?> DescribeServiceAsync(string serviceName, CancellationToken ct) =>
        ReadAsync(() => inner.DescribeServiceAsync(serviceName, ct), ct);

    public Task<CreatedService> CreateServiceAsync(
        ReadOnlyMemory<byte> body, string? workspaceId, IReadOnlyDictionary<string, string> labels, CancellationToken ct) =>
        WriteAsync("CreateService", isReversible: false, () => inner.CreateServiceAsync(body, workspaceId, labels, ct), ct);

    public Task DeleteServiceAsync(string serviceName, CancellationToken ct) =>
        PlainWriteAsync("DeleteService", isReversible: false, () => inner.DeleteServiceAsync(serviceName, ct), ct);

    public Task UpdateServiceAsync(string serviceName, ReadOnlyMemory<byte> body, CancellationToken ct) =>
        PlainWriteAsync("UpdateService", isReversible: false, () => inner.UpdateServiceAsync(serviceName, body, ct), ct);

    public Task UpdateServiceVersionAsync(string serviceName, int version, CancellationToken ct) =>
        PlainWriteAsync("UpdateServiceVersion", isReversible: false, () => inner.UpdateServiceVersionAsync(serviceName, version, ct), ct);

    public Task UpdateServiceLabelAsync(string serviceName, IReadOnlyDictionary<string, string> labels, CancellationToken ct) =>
        PlainWriteAsync("UpdateServiceLabel", isReversible: true, () => inner.UpdateServiceLabelAsync(serviceName, labels, ct), ct);

    public Task DeleteServiceLabelAsync(string serviceName, IReadOnlyList<string> labelKeys, CancellationToken ct) =>
        PlainWriteAsync("DeleteServiceLabel", isReversible: true, () => inner.DeleteServiceLabelAsync(serviceName, labelKeys, ct), ct);

    public Task<string> DescribeServiceAutoScalerAsync(string serviceName, CancellationToken ct) =>
        ReadAsync(() => inner.DescribeServiceAutoScalerAsync(serviceName, ct), ct);

    public Task CreateServiceAutoScalerAsync(string serviceName, string rules, CancellationToken ct) =>
        PlainWriteAsync("CreateServiceAutoScaler", isReversible: true, () => inner.CreateServiceAutoScalerAsync(serviceName, rules, ct), ct);

    public Task<string> DescribeServiceCronScalerAsync(string serviceName, CancellationToken ct) =>
        ReadAsync(() => inner.DescribeServiceCronScalerAsync(serviceName, ct), ct);

    public Task CreateServiceCronScalerAsync(string serviceName, string rules, CancellationToken ct) =>
        PlainWriteAsync("CreateServiceCronScaler", isReversible: true, () => inner.CreateServiceCronScalerAsync(serviceName, rules, ct), ct);

    public Task<IReadOnlyList<ServiceEndpoint>> DescribeServiceEndpointsAsync(string serviceName, CancellationToken ct) =>
        ReadAsync(() => inner.DescribeServiceEndpointsAsync(serviceName, ct), ct);

    public Task<IReadOnlyList<ServiceEvent>> DescribeServiceEventAsync(string serviceName, CancellationToken ct) =>
        ReadAsync(() => inner.DescribeServiceEventAsync(serviceName, ct), ct);

    public Task<ImmutableArray<ServiceInstance>> ListServiceInstancesAsync(string serviceName, CancellationToken ct) =>
        ReadAsync(() => inner.ListServiceInstancesAsync(serviceName, ct), ct);

    public Task<ImmutableArray<ServiceContainer>> ListServiceContainersAsync(string serviceName, string instanceName, CancellationToken ct) =>
        ReadAsync(() => inner.ListServiceContainersAsync(serviceName, instanceName, ct), ct);

    public Task<IReadOnlyList<string>> DescribeServiceLogAsync(string serviceName, LogQuery query, CancellationToken ct) =>
        ReadAsync(() => inner.DescribeServiceLogAsync(serviceName, query, ct), ct);

    public Task<ImmutableArray<ServiceDiagnosis>> DescribeServiceDiagnosisAsync(string serviceName, CancellationToken ct) =>
        ReadAsync(() => inner.DescribeServiceDiagnosisAsync(serviceName, ct), ct);

    public Task<ImmutableArray<ServiceVersion>> ListServiceVersionsAsync(string serviceName, CancellationToken ct) =>
        ReadAsync(() => inner.ListServiceVersionsAsync(serviceName, ct), ct);

    protected virtual Task<T> ReadAsync<T>(Func<Task<T>> call, CancellationToken ct) => call();

    /// <param name="operation">Name of the operation, <c>DeleteService</c>.</param>
    /// <param name="isReversible">It leaves every instance as it is, such as a label.</param>
    protected virtual Task<T> WriteAsync<T>(string operation, bool isReversible, Func<Task<T>> call, CancellationToken ct) => call();

    private Task<int> PlainWriteAsync(string operation, bool isReversible, Func<Task> call, CancellationToken ct) => WriteAsync(
        operation,
        isReversible,
        async () =>
        {
            await call().ConfigureAwait(false);
            return 0;
        },
        ct);
}
