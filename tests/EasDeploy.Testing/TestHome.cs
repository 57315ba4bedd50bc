using System.Collections;
using System.Text.Json;

namespace EasDeploy.Testing;

/// <summary>
/// A home of its own for child processes: no credentials, no emulator and no packages of the developer are seen or touched.
/// Package sources stay those of the machine.
/// </summary>
public sealed class TestHome : IAsyncDisposable
{
    private static readonly string[] s_ciVariables =
    [
        "CI", "TF_BUILD", "GITHUB_ACTIONS", "GITLAB_CI", "APPVEYOR", "TRAVIS", "CIRCLECI", "CODEBUILD_BUILD_ID", "BUILDKITE", "DRONE",
        "JENKINS_URL", "BUILD_ID", "BUILD_URL", "TEAMCITY_VERSION", "JB_SPACE_API_URL",
    ];

    // Of the test runner's own build (MSBuild…) and of the developer's settings (Eas… would become properties).
    private static readonly string[] s_prefixes = ["ALIBABA_CLOUD_", "ALIBABACLOUD_", "EAS_", "EAS", "MSBUILD", "DEPLOYTOEAS", "VSTEST_", "TESTINGPLATFORM_"];

    // Blanks and letters beyond ASCII: a package folder or a state folder may have them.
    private readonly TempFolder _folder = new("test home \u00e9");

    public TestHome()
    {
        Directory.CreateDirectory(Home);
        CopyPackageSources();
    }

    /// <summary>HOME of the children.</summary>
    public string Home => _folder["home"];

    /// <summary>EAS_HOME of the children: where an emulator leaves its handle.</summary>
    public string EasHome => _folder["eas"];

    /// <summary>NUGET_PACKAGES of the children.</summary>
    public string Packages => _folder["packages"];

    /// <summary>Something else inside; nothing is created.</summary>
    public string this[string relativePath] => _folder[relativePath];

    /// <summary>Gives another home the same package sources.</summary>
    public void CopySettings(string otherHome)
    {
        foreach (string file in Directory.EnumerateFiles(Home, "*.config", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(otherHome, Path.GetRelativePath(Home, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>What differs from the environment of this process; null = removed.</summary>
    public Dictionary<string, string?> Environment()
    {
        Dictionary<string, string?> changes = new(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
        {
            string name = (string)variable.Key;
            if (s_ciVariables.Contains(name, StringComparer.OrdinalIgnoreCase)
                || s_prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                changes[name] = null;
            }
        }

        changes["HOME"] = Home;
        changes["USERPROFILE"] = Home;
        changes["EAS_HOME"] = EasHome;
        changes["NUGET_PACKAGES"] = Packages;
        changes["MSBUILDDISABLENODEREUSE"] = "1";
        // Some fifty small projects are compiled: one compiler serves them all, whatever the machine prefers.
        changes["UseSharedCompilation"] = "true";
        changes["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        changes["DOTNET_CLI_UI_LANGUAGE"] = "en";
        changes["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        changes["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        changes["DOTNET_NOLOGO"] = "1";
        return changes;
    }

    /// <summary>Ends every emulator whose handle lies in a state folder.</summary>
    public static async Task EndEmulatorsAsync(string easHome)
    {
        if (!Directory.Exists(easHome))
        {
            return;
        }

        using HttpClient client = new() { Timeout = TimeSpan.FromSeconds(10) };
        foreach (string handle in Directory.EnumerateFiles(easHome, "emulator-*.json"))
        {
            try
            {
                using HttpResponseMessage answer = await client.PostAsync(new Uri(Address(handle), "/_control/shutdown"), null);
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException or JsonException)
            {
                // It has ended already.
            }
        }
    }

    /// <summary>Base address and process id in the handle of the one emulator that runs in a state folder.</summary>
    public static (Uri Address, int ProcessId) RunningEmulator(string easHome)
    {
        string handle = Directory.GetFiles(easHome, "emulator-*.json").Single();
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(handle));
        return (Address(handle), document.RootElement.GetProperty("pid").GetInt32());
    }

    public async ValueTask DisposeAsync()
    {
        await EndEmulatorsAsync(EasHome);
        _folder.Dispose();
    }

    private static Uri Address(string handle)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(handle));
        return new Uri(document.RootElement.GetProperty("address").GetString()!);
    }

    private void CopyPackageSources()
    {
        string real = System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile);
        string source = Path.Combine(real, ".nuget", "NuGet");
        if (!Directory.Exists(source))
        {
            return;
        }

        foreach (string file in Directory.EnumerateFiles(source, "*.config", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(Home, ".nuget", "NuGet", Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
