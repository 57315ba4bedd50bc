using System.Diagnostics;

namespace EmulatorLoad;

/// <summary>The emulator as its own process on one core.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private readonly Process _process;

    private EmulatorProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Resident memory in MB, after a moment of rest.</summary>
    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    public static EmulatorProcess Start(string assembly)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, "--port", "0", "--pace", "instant"])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_PROCESSOR_COUNT"] = "1", ["DOTNET_gcServer"] = "0" },
        };
        Process process = Process.Start(start)!;
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            process.ProcessorAffinity = 1;
        }

        string line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the emulator did not start");
        return new EmulatorProcess(process, new Uri(line.Split(' ')[3]));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
