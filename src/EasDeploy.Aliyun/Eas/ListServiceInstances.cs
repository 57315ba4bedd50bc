using System.Collections.Immutable;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Every instance of a service.</summary>
    /// <remarks>Source: openapi.md section 5.1.</remarks>
    public Task<ImmutableArray<ServiceInstance>> ListServiceInstancesAsync(string serviceName, CancellationToken ct) => Paging.CollectAsync(
        transport,
        page => OfService(HttpMethod.Get, "ListServiceInstances", serviceName, "/instances") with
        {
            Query = new ApiQuery { { "PageNumber", page }, { "PageSize", 100 } },
        },
        "Instances",
        row => row.Text("InstanceName") is { } name
            ? new ServiceInstance(
                name,
                row.Text("Status") ?? "",
                row.Text("Reason"),
                row.Text("InstanceType"),
                row.Text("Zone"),
                row.Text("InnerIP"),
                row.Text("HostIP"),
                row.Count("ReadyProcesses") ?? 0,
                row.Count("TotalProcesses") ?? 0,
                row.Count("RestartCount") ?? 0,
                row.Flag("IsSpot") ?? false,
                ReadTime(row.Text("StartTime") ?? row.Text("StartAt")))
            : null,
        instance => instance.Name,
        ct);
}
