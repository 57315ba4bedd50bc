using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Catalogs;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Every dedicated resource group of the region.</summary>
    /// <remarks>Source: deployment workflow, step 3.3; openapi.md sections 5.1 and 5.2: GpuUsed is a fraction when cards are shared.</remarks>
    public Task<ImmutableArray<ResourceGroup>> ListResourcesAsync(CancellationToken ct) => Paging.CollectAsync(
        transport,
        page => Get("ListResources", "/resources", new ApiQuery { { "PageNumber", page }, { "PageSize", 100 } }),
        "Resources",
        ToResourceGroup,
        group => group.Id,
        ct);

    private static ResourceGroup? ToResourceGroup(JsonElement row) => row.Text("ResourceId") is { } id
        ? new ResourceGroup(
            id,
            row.Text("ResourceName") ?? "",
            row.Text("ResourceType") ?? "",
            row.Text("Status") ?? "",
            row.Count("CpuCount") ?? 0,
            row.Count("CpuUsed") ?? 0,
            row.Whole("Memory") ?? 0,
            row.Whole("MemoryUsed") ?? 0,
            row.Count("GpuCount") ?? 0,
            row.Number("GpuUsed") ?? 0)
        {
            MaxCpu = row.Count("InstanceMaxAllocatableCPU"),
            MaxMemory = row.Whole("InstanceMaxAllocatableMemory"),
            MaxGpu = row.Number("InstanceMaxAllocatableGPU"),
        }
        : null;
}
