using System.Runtime.InteropServices;

namespace EasDeploy.Tool;

/// <summary>The emulator that travels beside this tool, and the host that starts it.</summary>
internal static class EmulatorProgram
{
    /// <summary>Full path; packed and built into the folder <c>emulator</c> beside this assembly.</summary>
    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "emulator", "EasDeploy.Emulator.dll");

    /// <summary>The <c>dotnet</c> of the runtime that runs us: three folders above it (shared/Microsoft.NETCore.App/version). PATH may name another, or none.</summary>
    public static string DotnetHost
    {
        get
        {
            string host = Path.GetFullPath(Path.Combine(
                RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
            return File.Exists(host) ? host : "dotnet";
        }
    }
}
