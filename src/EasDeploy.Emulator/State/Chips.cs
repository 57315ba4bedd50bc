using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EasDeploy.Emulator.State;

/// <summary>Which accelerator an image was built for and which one an instance type carries.</summary>
/// <remarks>Source: service-config.md §12.</remarks>
internal static partial class Chips
{
    public const string Cpu = "CPU";

    private const string Gpu = "GPU";

    /// <param name="row">A row of DescribeMachineSpec.</param>
    /// <returns><c>CPU GPU PPU</c> or <c>XPU</c>.</returns>
    public static string OfInstanceType(JsonObject row)
    {
        string family = row["InstanceType"]!.GetValue<string>().Split('.').ElementAtOrDefault(1) ?? "";
        string card = ServiceConfig.TextOf(row["GPU"]) ?? "";
        if (family.StartsWith("ebmppu", StringComparison.Ordinal) || PpuFamily().IsMatch(family) || card.Contains("PPU", StringComparison.Ordinal))
        {
            return "PPU";
        }

        if (family.StartsWith("egs", StringComparison.Ordinal) || card.Contains("XPU", StringComparison.Ordinal))
        {
            return "XPU";
        }

        return ServiceConfig.NumberOf(row["GPUAmount"]) > 0 || GpuFamily().IsMatch(family) ? Gpu : Cpu;
    }

    /// <param name="image">A row of ListImages.</param>
    /// <returns>All chips of the label <c>system.chipType</c> in upper case; empty: not said.</returns>
    public static IReadOnlyList<string> OfImage(JsonObject image) =>
    [
        .. image["Labels"]!.AsArray().Where(l => l!["Key"]!.GetValue<string>() == "system.chipType")
            .Select(l => l!["Value"]!.GetValue<string>().ToUpperInvariant()),
    ];

    [GeneratedRegex("^gp[0-9]")]
    private static partial Regex PpuFamily();

    [GeneratedRegex("^(gn|vgn|sgn|ebmgn|gu)")]
    private static partial Regex GpuFamily();
}
