

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>Metrics the autoscaler is known to measure.</summary>
/// <remarks>Source: service-config.md section 8: qps, cpu, gpu[util] (SDK); gpu, memory (vendor skill); custom metrics exist.</remarks>
internal static class ScaleMetrics
{
    public static IReadOnlyList<string> Known { get; } = ["qps", "cpu", "gpu", "gpu[util]", "memory"];

    /// <summary>Measured as a share of the machine.</summary>
    public static bool IsPercent(string metric) => metric is "cpu" or "gpu" or "gpu[util]" or "memory";

    public static bool IsOfGpu(string metric) => metric is "gpu" or "gpu[util]";
}
