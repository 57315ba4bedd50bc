using System.Globalization;

namespace EasDeploy.Tool.Tests;

/// <summary>Packs the tool once and installs it from a folder feed as a local tool, as teams do. Only for what a process alone can show: each start costs.</summary>
[TestClass]
public static class InstalledTool
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly TestHome s_home = new();
    private static readonly Lazy<Task<string>> s_version = new(PackAsync);
    private static readonly Lazy<Task<string>> s_folder = new(InstallAsync);

    public static TestHome Home => s_home;

    /// <summary>Runs <c>dotnet eas</c> below the folder of the manifest, without any credentials of this machine.</summary>
    public static async Task<RunResult> RunAsync(CancellationToken ct, params string[] arguments) =>
        await new DotnetRun(Home, await s_folder.Value, "InstalledTool.run").DotnetAsync(ct, ["eas", .. arguments]);

    /// <summary>Runs <c>dnx</c>: the package as it comes from the feed, in a folder that knows nothing of it.</summary>
    public static async Task<RunResult> RunOnceAsync(CancellationToken ct, params string[] arguments)
    {
        // NuGet unpacks a package for the tool and for dnx without waiting for each other, and one of them fails.
        await s_folder.Value;
        return await new DotnetRun(Home, NewFolder("elsewhere"), "InstalledTool.dnx").DotnetAsync(
            ct, ["dnx", "EasDeploy.Tool@" + await s_version.Value, "--source", Feed, "--yes", .. arguments]);
    }

    /// <summary>Installs the tool as <c>-g</c> does, with its command in a folder of its own.</summary>
    /// <returns>Full path of the command.</returns>
    public static async Task<string> InstallCommandAsync()
    {
        string folder = NewFolder("commands");
        DotnetRun install = new(s_home, folder, "InstalledTool.command");
        await RunAsync(install, "tool", "install", "EasDeploy.Tool", "--version", await s_version.Value, "--add-source", Feed, "--tool-path", folder);
        return Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet-eas.exe" : "dotnet-eas");
    }

    /// <summary>Runs a line of the shell in the folder of the manifest.</summary>
    public static async Task<RunResult> ShellAsync(string line, CancellationToken ct) =>
        await new DotnetRun(Home, await s_folder.Value, "InstalledTool.shell").ShellAsync(line, ct);

    /// <summary>Verbs run inside this process keep their answers where the test's children do, not in the developer's cache.</summary>
    [AssemblyInitialize]
    public static void UseOwnState(TestContext context) => Environment.SetEnvironmentVariable("EAS_HOME", s_home.EasHome);

    [AssemblyCleanup]
    public static async Task EndAsync() => await s_home.DisposeAsync();

    private static string Feed => s_home["tool-feed"];

    private static string NewFolder(string name) => Directory.CreateDirectory(s_home[name]).FullName;

    private static async Task<string> PackAsync()
    {
        string version = "0.1.0-t" + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);
        DotnetRun pack = new(s_home, Repository.Root, "InstalledTool.pack");
        pack.Environment.Remove("NUGET_PACKAGES");

        // One portable package: native compilation takes minutes, bench/ToolStart does it.
        await RunAsync(
            pack, "pack", Path.Combine("src", "EasDeploy.Tool"), "--no-build", "--no-restore", "-c", Configuration, "-o", Feed,
            "-p:PackageVersion=" + version, "-p:NuspecOutputPath=" + s_home["tool-nuspec/"], "-p:PublishDir=" + s_home["tool-publish/"],
            "-p:ToolPackageRuntimeIdentifiers=", "-p:PublishAot=false");
        return version;
    }

    private static async Task<string> InstallAsync()
    {
        string folder = NewFolder("repo");
        DotnetRun install = new(s_home, folder, "InstalledTool.install");
        await RunAsync(install, "new", "tool-manifest");
        await RunAsync(install, "tool", "install", "EasDeploy.Tool", "--version", await s_version.Value, "--add-source", Feed);
        return folder;
    }

    private static async Task RunAsync(DotnetRun run, params string[] arguments)
    {
        RunResult result = await run.DotnetAsync(CancellationToken.None, arguments);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}:\n{result.Output}");
        }
    }
}
