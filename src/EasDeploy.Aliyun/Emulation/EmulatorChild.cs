using System.ComponentModel;
using System.Diagnostics;

namespace EasDeploy.Aliyun.Emulation;

/// <summary>A detached emulator while it starts. Disposing lets go of it; it runs on.</summary>
/// <remarks>
/// It must hold nothing of ours: a build's output pipe kept open by a child makes the caller wait for ever. On Unix its three streams are
/// pipes that we close (the child itself moves to its own session); on Windows only a shell start inherits no handle.
/// </remarks>
internal sealed class EmulatorChild : IDisposable
{
    private static readonly HashSet<string> KeptVariables = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TMP", "TEMP", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "XDG_CACHE_HOME", "EAS_HOME",
        "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "DOTNET_ROOT(x86)", "DOTNET_MULTILEVEL_LOOKUP", "DOTNET_BUNDLE_EXTRACT_BASE_DIR",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "DOTNET_GCHeapHardLimit", "DOTNET_CLI_TELEMETRY_OPTOUT",
        "SYSTEMROOT", "WINDIR", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "PROGRAMDATA",
    };

    private readonly Process _process;
    private readonly Task<string>? _errors;

    private EmulatorChild(Process process)
    {
        _process = process;
        if (!OperatingSystem.IsWindows())
        {
            process.StandardInput.Close();
            _ = process.StandardOutput.ReadToEndAsync();
            _errors = process.StandardError.ReadToEndAsync();
        }
    }

    /// <summary>Null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <exception cref="Diagnostics.CloudException">EAS7020: the program cannot be started at all.</exception>
    public static EmulatorChild Start(EmulatorLaunch launch, string handleFile)
    {
        bool shell = OperatingSystem.IsWindows();
        ProcessStartInfo start = new(launch.DotnetHost)
        {
            UseShellExecute = shell,
            WindowStyle = ProcessWindowStyle.Hidden,
            CreateNoWindow = true,
            RedirectStandardInput = !shell,
            RedirectStandardOutput = !shell,
            RedirectStandardError = !shell,
            WorkingDirectory = launch.StateFolder,
        };
        foreach (string argument in Arguments(launch, handleFile))
        {
            start.ArgumentList.Add(argument);
        }

        if (!shell)
        {
            // The emulator needs no secret, so it gets none: only what a .NET program needs to run is passed on.
            foreach (string name in start.Environment.Keys.Where(name => !KeptVariables.Contains(name)).ToArray())
            {
                start.Environment.Remove(name);
            }
        }

        try
        {
            return new EmulatorChild(Process.Start(start) ?? throw EmulatorProcess.NotStarted(launch, "no process came to be", null));
        }
        catch (Win32Exception fault)
        {
            throw EmulatorProcess.NotStarted(launch, fault.Message.TrimEnd('.'), fault);
        }
    }

    /// <summary>The end of what it wrote to its error stream, on one line.</summary>
    public async Task<string> LastWordsAsync(CancellationToken ct)
    {
        string words = _errors is null ? "" : await _errors.WaitAsync(ct).ConfigureAwait(false);
        string[] lines = words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string line = string.Join(" ", lines.Take(3));
        return line.Length > 300 ? line[..300] + "…" : line;
    }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended meanwhile.
        }
    }

    public void Dispose() => _process.Dispose();

    private static string[] Arguments(EmulatorLaunch launch, string handleFile)
    {
        string[] arguments =
        [
            launch.EmulatorAssembly, "--port", "0", "--region", launch.Region, "--handle", handleFile, "--idle-minutes", "15", "--detached",
        ];
        return launch.Pace is null ? arguments : [.. arguments, "--pace", launch.Pace];
    }
}
