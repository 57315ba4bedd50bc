using System.ComponentModel;
using System.Text;
using CliWrap;
using CliWrap.Buffered;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Diagnostics;
using NuGet.Versioning;

namespace EasDeploy.Aliyun.Transports.Cli;

/// <summary>The <c>aliyun</c> program of this machine.</summary>
/// <param name="Path">Full path: looked up once, because whatever bears that name gets the user's credentials.</param>
/// <remarks>Source: aliyun-cli.md sections 2, 12 and 15.</remarks>
public sealed record AliyunCli(string Path, NuGetVersion Version)
{
    /// <summary>First release with <c>--user-agent</c>.</summary>
    public static NuGetVersion Oldest { get; } = new(3, 3, 1);

    /// <summary>What a binary built by hand calls itself.</summary>
    private static readonly NuGetVersion SelfBuilt = new(0, 0, 1);

    /// <summary>Whether the program is on the PATH; it is not started.</summary>
    /// <returns>Full path, or null.</returns>
    public static string? Locate(CredentialPlaces places)
    {
        // On Windows only the .exe: a .cmd of that name would put our arguments through a shell.
        string name = OperatingSystem.IsWindows() ? "aliyun.exe" : "aliyun";
        return (places.Variable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(System.IO.Path.IsPathRooted)
            .Select(folder => System.IO.Path.Combine(folder, name))
            .FirstOrDefault(IsProgram);
    }

    /// <exception cref="CloudException">EAS7021: there is none, it does not start, or it is too old.</exception>
    public static async Task<AliyunCli> FindAsync(CredentialPlaces places, CancellationToken ct)
    {
        string path = Locate(places) ?? throw Unusable("'aliyun' is in no folder of PATH");
        BufferedCommandResult result;
        try
        {
            result = await CliWrap.Cli.Wrap(path)
                .WithArguments(["version"])
                .WithEnvironmentVariables(CliEnvironment.Quiet)
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(Encoding.UTF8, ct).ConfigureAwait(false);
        }
        catch (Win32Exception fault)
        {
            throw Unusable($"{path} cannot be started ({fault.Message.TrimEnd('.')})");
        }

        string printed = result.StandardOutput.Trim();
        return !NuGetVersion.TryParse(printed, out NuGetVersion? version)
            ? throw Unusable($"{path} tells no version{(result.StandardError.Length == 0 ? "" : $": {CliFailure.FirstLine(result.StandardError)}")}")
            : version < Oldest && version != SelfBuilt
                ? throw Unusable($"{path} is version {version}, older than {Oldest}")
                : new AliyunCli(path, version);
    }

    private static bool IsProgram(string path) => File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);

    private static CloudException Unusable(string reason) => CloudException.Of(CloudDiagnostics.NoCli, null, reason);
}
