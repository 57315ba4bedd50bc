using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Eas;

/// <summary>One container of an instance.</summary>
/// <param name="CurrentStatus"><c>Waiting</c>, <c>Running</c>, <c>Terminated</c>.</param>
/// <param name="CurrentReason">The API spells the field <c>CurrentReaon</c>.</param>
/// <remarks>Source: openapi.md section 5.2, object ContainerInfo.</remarks>
public sealed record ServiceContainer(
    string Name, string? Image, string CurrentStatus, string? CurrentReason, string? LastStatus, string? LastReason, int? Port, int RestartCount, bool Ready);

public sealed partial class EasClient
{
    /// <summary>Containers of one instance of a service.</summary>
    /// <remarks>Source: openapi.md section 5.1.</remarks>
    public async Task<ImmutableArray<ServiceContainer>> ListServiceContainersAsync(string serviceName, string instanceName, CancellationToken ct)
    {
        ApiRequest request = OfService(
            HttpMethod.Get, "ListServiceContainers", serviceName, "/instances" + ApiRequest.PathOf(instanceName) + "/containers") with
        {
            PathParameters = new ApiQuery { { "ClusterId", region }, { "ServiceName", serviceName }, { "InstanceName", instanceName } },
        };
        using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
        return
        [
            .. answer.RootElement.Items("Containers").Select(row => new ServiceContainer(
                row.Text("Name") ?? "",
                row.Text("Image"),
                row.Text("CurrentStatus") ?? "",
                row.Text("CurrentReaon") ?? row.Text("CurrentReason"),
                row.Text("LastStatus"),
                row.Text("LastReason"),
                row.Count("Port"),
                row.Count("RestartCount") ?? 0,
                row.Flag("Ready") ?? false)),
        ];
    }
}
