using System.Runtime.InteropServices;

namespace EasDeploy.Tool;

/// <summary>The emulator that travels beside this tool, and the host that starts it.</summary>
internal static class EmulatorProgram
{
    private static readonly string s_program = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>Full path; packed and built into the folder <c>emulator</c> beside this assembly.</summary>
    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "emulator", "EasDeploy.Emulator.dll");

    /// <summary>
    /// The <c>dotnet</c> of the runtime that runs us: three folders above it (shared/Microsoft.NETCore.App/version). Where none does, because we
    /// are native, the one that started us; last the one of PATH, which may be another, or none.
    /// </summary>
    public static string DotnetHost => Places().FirstOrDefault(File.Exists) ?? "dotnet";

    private static IEnumerable<string> Places()
    {
        yield return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", s_program));
        yield return Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "";
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
        {
            yield return Path.Combine(root, s_program);
        }
    }
}
