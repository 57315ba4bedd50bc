using System.Globalization;

namespace EasDeploy.Tool.Tests;

/// <summary>Packs the tool once and installs it from a folder feed, as people do.</summary>
[TestClass]
public static class InstalledTool
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static TestHome? s_home;

    public static TestHome Home => s_home!;

    [AssemblyInitialize]
    public static async Task InstallAsync(TestContext context)
    {
        s_home = new TestHome();
        string version = "0.1.0-t" + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);
        DotnetRun pack = new(s_home, Repository.Root, "InstalledTool.pack");
        pack.Environment.Remove("NUGET_PACKAGES");
        RunResult packed = await pack.DotnetAsync(
            context.CancellationToken, "pack", Path.Combine("src", "EasDeploy.Tool"), "--no-build", "--no-restore", "-c", Configuration, "-o", s_home["tool-feed"],
            "-p:PackageVersion=" + version, "-p:NuspecOutputPath=" + s_home["tool-nuspec/"], "-p:PublishDir=" + s_home["tool-publish/"]);
        DotnetRun install = new(s_home, s_home["tool-feed"], "InstalledTool.install");
        RunResult installed = packed.ExitCode == 0
            ? await install.DotnetAsync(context.CancellationToken, "tool", "install", "EasDeploy.Tool", "--version", version, "--tool-path", s_home["tools"], "--source", s_home["tool-feed"])
            : packed;
        if (installed.ExitCode != 0)
        {
            throw new InvalidOperationException($"The tool could not be installed:\n{packed.Output}\n{installed.Output}");
        }
    }

    [AssemblyCleanup]
    public static async Task EndAsync()
    {
        if (s_home is not null)
        {
            await s_home.DisposeAsync();
        }
    }

    /// <summary>Runs the installed program without any credentials of this machine.</summary>
    public static Task<RunResult> RunAsync(string folder, CancellationToken ct, params string[] arguments) =>
        new DotnetRun(Home, folder, "InstalledTool.run").RunAsync(Path.Combine(Home["tools"], OperatingSystem.IsWindows() ? "dotnet-eas.exe" : "dotnet-eas"), arguments, ct);
}
