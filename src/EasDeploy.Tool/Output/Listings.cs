using System.Globalization;
using EasDeploy.Aliyun.Oss;
using EasDeploy.Catalogs;
using EasDeploy.Execution;

namespace EasDeploy.Tool.Output;

/// <summary>The tables of the workflow: headers and cells are its own.</summary>
internal static class Listings
{
    public static Listing<LiveService> Services { get; } = new(
        "services",
        [
            new("Service Name", service => service.Name),
            new("Status", service => service.Status),
            new("Instances", service => Count(service.RunningInstance, service.TotalInstance)),
            new("Created", service => service.CreateTime ?? ""),
        ],
        [
            new("name", service => service.Name),
            new("status", service => service.Status),
            new("runningInstances", service => service.RunningInstance),
            new("totalInstances", service => service.TotalInstance),
            new("createTime", service => service.CreateTime),
        ]);

    /// <summary>Source: deployment workflow, step 2.1.</summary>
    public static Listing<CatalogImage> Images { get; } = new(
        "images",
        [
            new("Image Name", image => image.Name),
            new("Version", VersionOf),
            new("Chip", image => ChipsOf(image) is { Count: > 0 } chips ? string.Join(" or ", chips) : "unknown"),
        ],
        [
            new("imageId", image => image.ImageId),
            new("name", image => image.Name),
            new("version", VersionOf),
            new("chips", image => ChipsOf(image).Select(chip => chip.ToString())),
            new("imageUri", image => image.ImageUri ?? image.Label("system.imageUri")),
        ]);

    /// <summary>Source: deployment workflow, step 3.2.</summary>
    public static Listing<InstanceType> Instances { get; } = new(
        "instances",
        [
            new("Instance Type", type => type.Name),
            new("GPU", Cards),
            new("CPU", type => $"{type.Cpu} cores"),
            new("Memory", type => string.Create(CultureInfo.InvariantCulture, $"{type.Memory}GB")),
        ],
        [
            new("instanceType", type => type.Name),
            new("chip", type => ChipClassifier.Of(type).ToString()),
            new("cpu", type => type.Cpu),
            new("memory", type => type.Memory),
            new("gpu", type => type.Gpu.Length > 0 ? type.Gpu : null),
            new("gpuAmount", type => type.GpuAmount),
            new("gpuMemory", type => type.GpuMemory),
            new("isAvailable", type => type.IsAvailable),
            new("stockStatus", type => type.StockStatus.Length > 0 ? type.StockStatus : null),
        ]);

    /// <summary>Source: deployment workflow, step 3.3: free = total − used.</summary>
    public static Listing<ResourceGroup> Resources { get; } = new(
        "resources",
        [
            new("Resource ID", group => group.Id),
            new("Name", group => group.Name),
            new("GPU (total/used/free)", group => Use(group.GpuCount, group.GpuUsed)),
            new("CPU (total/used/free)", group => Use(group.CpuCount, group.CpuUsed)),
        ],
        [
            new("resourceId", group => group.Id),
            new("name", group => group.Name),
            new("resourceType", group => group.ResourceType),
            new("status", group => group.Status),
            new("gpuCount", group => group.GpuCount),
            new("gpuUsed", group => group.GpuUsed),
            new("gpuFree", group => group.GpuCount - group.GpuUsed),
            new("cpuCount", group => group.CpuCount),
            new("cpuUsed", group => group.CpuUsed),
            new("cpuFree", group => group.CpuCount - group.CpuUsed),
            new("memory", group => group.Memory),
            new("memoryUsed", group => group.MemoryUsed),
        ]);

    /// <summary>Source: deployment workflow, step 4.2.</summary>
    public static Listing<CatalogGateway> Gateways { get; } = new(
        "gateways",
        [new("Gateway Name", gateway => gateway.Name), new("Gateway ID", gateway => gateway.Id)],
        [new("gatewayId", gateway => gateway.Id), new("name", gateway => gateway.Name), new("status", gateway => gateway.Status)]);

    /// <summary>Source: deployment workflow, step 1.2.</summary>
    public static Listing<Workspace> Workspaces { get; } = new(
        "workspaces",
        [new("Workspace ID", workspace => workspace.Id), new("Name", workspace => workspace.Name)],
        [
            new("workspaceId", workspace => workspace.Id),
            new("name", workspace => workspace.Name),
            new("status", workspace => workspace.Status),
            new("isDefault", workspace => workspace.IsDefault),
        ]);

    /// <summary>Source: deployment workflow, step 2.2.</summary>
    public static Listing<Bucket> Buckets { get; } = new(
        "buckets",
        [new("Bucket Name", bucket => bucket.Name), new("Region", bucket => bucket.Region)],
        [new("name", bucket => bucket.Name), new("region", bucket => bucket.Region)]);

    private static string VersionOf(CatalogImage image) => ImageTag.Parse(image.Name.Split(':', 2) is [_, var tag] ? tag : null).VersionText;

    private static List<Chip> ChipsOf(CatalogImage image) => [.. ChipClassifier.Of(image.Labels)];

    // PPU and XPU machines may come without a count of cards; the workflow names the chip then.
    private static string Cards(InstanceType type) => (type.GpuAmount, ChipClassifier.Of(type)) switch
    {
        (0, Chip.PPU or Chip.XPU) => ChipClassifier.Of(type).ToString(),
        (0, _) => "-",
        var (amount, _) => $"{amount}×{type.Gpu}",
    };

    private static string Use(int total, decimal used) => string.Create(CultureInfo.InvariantCulture, $"{total}/{used:0.##}/{total - used:0.##}");

    private static string Count(int? running, int? total) => total is null ? "" : $"{running ?? 0}/{total}";
}
