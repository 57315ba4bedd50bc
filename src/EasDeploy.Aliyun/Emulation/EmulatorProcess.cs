using System.Diagnostics;
using EasDeploy.Aliyun.Hosts;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Emulation;

/// <summary>Finds this user's emulator of a region, or starts one that outlives the build and ends by itself when idle.</summary>
/// <remarks>Source: design.md section 9.</remarks>
public static class EmulatorProcess
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <returns>Base address, for example <c>http://127.0.0.1:41789</c>.</returns>
    /// <exception cref="CloudException">EAS7020: it did not start; EAS7014: no region id.</exception>
    public static async Task<Uri> FindOrStartAsync(EmulatorLaunch launch, CancellationToken ct)
    {
        if (!ServiceHosts.IsRegion(launch.Region))
        {
            throw CloudException.Of(CloudDiagnostics.BadRegion, null, launch.Region);
        }

        if (!File.Exists(launch.EmulatorAssembly))
        {
            throw NotStarted(launch, $"{launch.EmulatorAssembly} does not exist", null);
        }

        try
        {
            CreateOwnFolder(launch.StateFolder);
            EmulatorHandle handle = new(launch);
            return await FindAsync(handle, ct).ConfigureAwait(false) ?? await StartAsync(launch, handle, ct).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw NotStarted(launch, $"{launch.StateFolder} is not usable ({fault.Message.TrimEnd('.')})", fault);
        }
    }

    private static async Task<Uri?> FindAsync(EmulatorHandle handle, CancellationToken ct) =>
        handle.Address() is { } address && handle.IsThisBuild()
        && await EmulatorHandle.VersionAsync(address, ct).ConfigureAwait(false) is { } version && handle.IsThisVersion(version)
            ? address
            : null;

    private static async Task<Uri> StartAsync(EmulatorLaunch launch, EmulatorHandle handle, CancellationToken ct)
    {
        using FileStream only = await LockAsync(launch, handle.LockFile, ct).ConfigureAwait(false);

        // Another build may have started it while we waited for the lock.
        if (await FindAsync(handle, ct).ConfigureAwait(false) is { } address)
        {
            return address;
        }

        await EndAsync(handle, ct).ConfigureAwait(false);
        using EmulatorChild child = EmulatorChild.Start(launch, handle.HandleFile);
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            if (handle.Address() is { } answered && await EmulatorHandle.VersionAsync(answered, ct).ConfigureAwait(false) is { } version)
            {
                if (!handle.IsThisVersion(version))
                {
                    throw NotStarted(launch, $"{launch.EmulatorAssembly} calls itself version {version}, wanted is {launch.Version}", null);
                }

                handle.RememberBuild();
                return answered;
            }

            if (child.ExitCode is { } code)
            {
                string words = await child.LastWordsAsync(ct).ConfigureAwait(false);
                throw NotStarted(launch, $"it ended with exit code {code}{(words.Length == 0 ? "" : $" ({words})")}", null);
            }

            if (Stopwatch.GetElapsedTime(started) > launch.StartTimeout)
            {
                child.Kill();
                throw NotStarted(launch, $"it did not answer within {launch.StartTimeout.TotalSeconds:0} s", null);
            }

            await Task.Delay(Pause, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the emulator of another version or build, if one runs.</summary>
    private static async Task EndAsync(EmulatorHandle handle, CancellationToken ct)
    {
        if (handle.Address() is { } old && await EmulatorHandle.VersionAsync(old, ct).ConfigureAwait(false) is not null)
        {
            await EmulatorHandle.ShutdownAsync(old, ct).ConfigureAwait(false);
            for (int tries = 0; tries < 100 && await EmulatorHandle.VersionAsync(old, ct).ConfigureAwait(false) is not null; tries++)
            {
                await Task.Delay(Pause, ct).ConfigureAwait(false);
            }
        }

        handle.Forget();
    }

    private static async Task<FileStream> LockAsync(EmulatorLaunch launch, string path, CancellationToken ct)
    {
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path) && Stopwatch.GetElapsedTime(started) < launch.StartTimeout * 2)
            {
                await Task.Delay(Pause, ct).ConfigureAwait(false);
            }
        }
    }

    private static void CreateOwnFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    internal static CloudException NotStarted(EmulatorLaunch launch, string reason, Exception? inner) => CloudException.Of(
        CloudDiagnostics.EmulatorNotStarted, inner, reason, $"{launch.DotnetHost} {launch.EmulatorAssembly} --region {launch.Region}");
}
