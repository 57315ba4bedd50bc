namespace EasDeploy.Catalogs;

/// <summary>A dedicated EAS resource group. Free = total − used.</summary>
/// <param name="Id"><c>eas-r-…</c>.</param>
/// <param name="Memory">MB.</param>
/// <param name="GpuUsed">Cards in use; a fraction when cards are shared.</param>
/// <remarks>Source: EAS 2021-07-01 ListResources; deployment workflow, step 3.3; R3043 (InstanceMaxAllocatable…).</remarks>
public sealed record ResourceGroup(
    string Id, string Name, string ResourceType, string Status, int CpuCount, int CpuUsed, long Memory, long MemoryUsed, int GpuCount, decimal GpuUsed)
{
    /// <summary>Cores one instance can get at most now; null = not told.</summary>
    public int? MaxCpu { get; init; }

    /// <summary>MB one instance can get at most now; null = not told.</summary>
    public long? MaxMemory { get; init; }

    /// <summary>Cards one instance can get at most now; null = not told.</summary>
    public decimal? MaxGpu { get; init; }
}
