using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace EasDeploy.Bench;

/// <summary>One whole process: how long, how much of the processor, how much memory.</summary>
/// <param name="WallMs">From start to exit.</param>
/// <param name="CpuMs">User and system time of the process; hardly moved by other work on the machine.</param>
/// <param name="PeakMB">Highest resident memory seen (VmHWM, looked at every 10 ms); 0 = too short to be seen.</param>
internal sealed record ChildRun(int ExitCode, double WallMs, double CpuMs, double PeakMB, string Output)
{
    public static ChildRun Of(Arm arm, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(arm.Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in arm.Environment)
        {
            start.Environment[name] = value;
        }

        double before = ChildrenCpuMs();
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        double peak = 0;
        while (!process.WaitForExit(10))
        {
            peak = Math.Max(peak, PeakMBOf(process.Id));
        }

        process.WaitForExit();
        double wall = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return new ChildRun(process.ExitCode, wall, ChildrenCpuMs() - before, peak, output.Result + error.Result);
    }

    private static double PeakMBOf(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static double ChildrenCpuMs()
    {
        const int Children = -1;
        long[] usage = new long[18];
        return GetUsage(Children, usage) == 0 ? ((usage[0] + usage[2]) * 1000) + ((usage[1] + usage[3]) / 1000.0) : 0;
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetUsage(int who, [Out] long[] usage);
}
