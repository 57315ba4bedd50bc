using System.Globalization;
using System.Runtime.InteropServices;

namespace EasDeploy.Bench;

/// <summary>What a reader needs to judge the numbers.</summary>
internal sealed record MachineFacts(string System, string Processor, int Cores, double MemoryGB, string DotNet, string LoadBefore, DateTime Date)
{
    /// <param name="dotNet">Version of the runtime, or <c>SDK</c> and that of the SDK where the SDK is what was measured.</param>
    public static MachineFacts Read(string dotNet) => new(
        RuntimeInformation.OSDescription,
        Line("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9,
        dotNet,
        Load(),
        DateTime.UtcNow);

    /// <summary>Processes that wanted a core in the last minute; other work on the machine shows here.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";

    public string AsList(string loadAfter) => string.Create(CultureInfo.InvariantCulture, $"""
        - {System}, {Processor}, {Cores} cores, {MemoryGB:0} GB
        - .NET {DotNet}
        - load {LoadBefore} before, {loadAfter} after (the runs themselves cause about 1)
        - {Date:yyyy-MM-dd}
        """);

    private static string? Line(string file, string key) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':')[1].Trim()
        : null;
}
