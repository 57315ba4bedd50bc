using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Eas;

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
