using System.Globalization;

namespace EasDeploy.Testing;

/// <summary>The package under test: packed once per run from what the solution has built, under a version no cache can know.</summary>
/// <param name="Version">Such as <c>0.1.0-t638999999999999999</c>.</param>
/// <param name="File">Full path of the .nupkg.</param>
/// <param name="Home">What the run's child processes share.</param>
public sealed record PackedPackage(string Version, string File, TestHome Home)
{
    public const string Id = "EasDeploy.Build";

    /// <summary>What the tests were built as, and so what is packed.</summary>
#if DEBUG
    public const string Configuration = "Debug";
#else
    public const string Configuration = "Release";
#endif

    /// <summary>Folder feed that holds only this package.</summary>
    public string Feed => Path.GetDirectoryName(File)!;

    /// <summary>Where a restored project finds something of the package.</summary>
    public string Restored(string relativePath) => Path.Combine(Home.Packages, Id.ToLowerInvariant(), Version, relativePath);

    /// <summary>
    /// Packs without building: the tests' own build has made every file, and nothing is written to the solution's bin and obj,
    /// so that a build or another test beside this one is not disturbed.
    /// </summary>
    public static async Task<PackedPackage> PackAsync(TestHome home, CancellationToken ct, string folder = "feed", string? sourceDateEpoch = null)
    {
        string version = "0.1.0-t" + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);
        return await PackAsync(home, version, folder, sourceDateEpoch, ct);
    }

    public static async Task<PackedPackage> PackAsync(TestHome home, string version, string folder, string? sourceDateEpoch, CancellationToken ct)
    {
        string project = Path.Combine(Repository.Root, "src", Id, Id + ".csproj");
        DotnetRun run = new(home, Repository.Root, "PackedPackage." + folder);
        run.Environment.Remove("NUGET_PACKAGES");
        run.Environment["SOURCE_DATE_EPOCH"] = sourceDateEpoch;
        RunResult result = await run.DotnetAsync(
            ct, "pack", project, "--no-build", "--no-restore", "-c", Configuration, "-o", home[folder],
            "-p:PackageVersion=" + version, "-p:NuspecOutputPath=" + home[folder + "-nuspec/"]);
        string file = Path.Combine(home[folder], $"{Id}.{version}.nupkg");
        return result.ExitCode == 0 && System.IO.File.Exists(file)
            ? new PackedPackage(version, file, home)
            : throw new InvalidOperationException($"Packing failed ({result.ExitCode}):\n{result.Output}");
    }
}
