namespace EasDeploy.Catalogs;

/// <summary>A dedicated EAS resource group. Free = total − used.</summary>
/// <param name="Id"><c>eas-r-…</c>.</param>
/// <param name="Memory">MB.</param>
/// <param name="GpuUsed">Cards in use; a fraction when cards are shared.</param>
/// <remarks>Source: EAS 2021-07-01 ListResources; deployment workflow, step 3.3.</remarks>
public sealed record ResourceGroup(
    string Id, string Name, string ResourceType, string Status, int CpuCount, int CpuUsed, long Memory, long MemoryUsed, int GpuCount, decimal GpuUsed);
