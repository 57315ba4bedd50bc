using System.ComponentModel;
using System.Text;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Transports.Cli;
using EasDeploy.Diagnostics;
using NuGet.Versioning;

namespace EasDeploy.Tool.Doctoring;

/// <summary>Looks at this machine: the SDK, and the aliyun CLI with its plugins.</summary>
internal static class MachineCheck
{
    /// <summary>Source: reference msbuild.md: the tasks need MSBuild 18, which came with this SDK.</summary>
    private static readonly NuGetVersion s_oldestSdk = new(10, 0, 100);

    private static readonly string[] s_products = ["eas", "aiworkspace"];

    /// <param name="dotnet">Full path of the host.</param>
    public static async Task<CheckUp> SdkAsync(string dotnet, CancellationToken ct)
    {
        const string Name = ".NET SDK";
        const string Repair = "Install the .NET 10 SDK (https://dotnet.microsoft.com/download), or correct the version in global.json";
        try
        {
            BufferedCommandResult result = await Cli.Wrap(dotnet).WithArguments("--version").WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(Encoding.UTF8, ct);
            string text = result.StandardOutput.Trim();
            return result.ExitCode == 0 && NuGetVersion.TryParse(text, out NuGetVersion? version)
                ? version >= s_oldestSdk
                    ? new CheckUp(CheckState.Good, Name, text)
                    : new CheckUp(CheckState.Bad, Name, $"{text} is older than {s_oldestSdk}: EasDeploy.Build needs MSBuild 18", Repair)
                : new CheckUp(CheckState.Warning, Name, "none is found here: files can be checked and deployed, projects cannot", Repair);
        }
        catch (Win32Exception fault)
        {
            return new CheckUp(CheckState.Warning, Name, $"{dotnet} cannot be started ({fault.Message})", Repair);
        }
    }

    public static async Task<CheckUp> CliAsync(CloudAccess access, CredentialPlaces places, CancellationToken ct)
    {
        const string Name = "aliyun CLI";
        bool isNeeded = access.Transport == TransportChoice.AliyunCli;
        try
        {
            AliyunCli cli = await AliyunCli.FindAsync(places, ct);
            return new CheckUp(CheckState.Good, Name, $"{cli.Version} at {cli.Path}; {Plugins(places)}");
        }
        catch (CloudException unusable)
        {
            return isNeeded
                ? new CheckUp(CheckState.Bad, Name, unusable.Message)
                : new CheckUp(CheckState.Good, Name, AliyunCli.Locate(places) is null ? "not installed, and not needed over HTTPS" : $"not needed over HTTPS; {unusable.Message}");
        }
    }

    /// <summary>The classic commands we use are compiled in: a plugin is told for those who type the workflow's own commands.</summary>
    /// <remarks>Source: aliyun-cli.md sections 1 and 5: the manifest is a more robust check than the output of 'plugin list'.</remarks>
    internal static string Plugins(CredentialPlaces places)
    {
        string folder = places.GetEnvironmentVariable("ALIBABA_CLOUD_CLI_PLUGINS_DIR") is { Length: > 0 } given ? given : Path.Combine(places.HomeFolder, ".aliyun", "plugins");
        string[] found = [];
        try
        {
            string manifest = File.ReadAllText(Path.Combine(folder, "manifest.json"));
            found = [.. s_products.Where(product => manifest.Contains($"aliyun-cli-{product}", StringComparison.Ordinal))];
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or JsonException)
        {
            // Without a manifest there is no plugin.
        }

        return found.Length == s_products.Length
            ? "plugins eas and aiworkspace installed"
            : "plugins are not needed by EasDeploy; the workflow's own commands want 'aliyun plugin install --names eas aiworkspace'";
    }
}
