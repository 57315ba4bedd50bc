using System.Diagnostics;
using System.Text.Json;

namespace EasDeploy.Bench;

/// <summary>Four copies of a one-class library, each in its own folder, built once so that every further build has nothing to do.</summary>
internal sealed class Arms : IDisposable
{
    public const string Without = "A";
    public const string WithoutAgain = "A'";
    public const string WithEasDeploy = "B";
    public const string WithMinVer = "C";
    private const string MinVerVersion = "8.0.0";
    private const string PackageVersion = "0.1.0-bench";

    private readonly string _work;
    private readonly Dictionary<string, DateTime> _written = [];

    private Arms(string work) => _work = work;

    public static IReadOnlyList<string> Names { get; } = [Without, WithoutAgain, WithEasDeploy, WithMinVer];

    public string SdkVersion { get; private set; } = "";

    public static string FindRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EasDeploy.Build.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("EasDeploy.Build.sln is in no folder above this program.");
    }

    /// <param name="feed">Folder with a packed EasDeploy.Build; null = it is packed here.</param>
    public static Arms Prepare(string root, string work, string? feed)
    {
        Arms arms = new(work);
        string version = PackageVersion;
        if (feed is null)
        {
            feed = Path.Combine(work, "feed");
            arms.Dotnet(root, isolated: false, "pack", "src/EasDeploy.Build", "-c", "Release", "-o", feed, "-p:PackageVersion=" + version, "-v:q");
        }
        else
        {
            string file = Directory.GetFiles(feed, "EasDeploy.Build.*.nupkg").Single();
            version = Path.GetFileNameWithoutExtension(file)["EasDeploy.Build.".Length..];
        }

        arms.SdkVersion = arms.Dotnet(work, isolated: true, "--version").Trim();
        // Nothing of the folders above takes part.
        arms.Write("Directory.Build.props", "<Project />\n");
        arms.Write("Directory.Build.targets", "<Project />\n");
        arms.Write("nuget.config", $"<configuration><packageSources><add key=\"bench\" value=\"{feed}\" /></packageSources></configuration>\n");
        arms.WriteLibrary(Without, "");
        arms.WriteLibrary(WithoutAgain, "");
        arms.WriteLibrary(
            WithEasDeploy,
            $"""
            <PackageReference Include="EasDeploy.Build" Version="{version}" PrivateAssets="all" />
                <EasService Include="qwen_chat" Image="vllm:0.14.0-gpu" InstanceType="ecs.gn7i-c16g1.4xlarge" Model="oss://yqtest-model/Qwen3.5-0.8B/" />
            """,
            "<EasEmulator>true</EasEmulator>");
        arms.WriteLibrary(WithMinVer, $"""<PackageReference Include="MinVer" Version="{MinVerVersion}" PrivateAssets="all" />""");
        arms.MakeGitRepository(arms.FolderOf(WithMinVer));
        foreach (string name in Names)
        {
            arms.Dotnet(arms.FolderOf(name), isolated: true, "restore", "-v:q");
            arms.Build(name);
            arms.Build(name);
        }

        arms.EndEmulator();
        arms.RememberFiles();
        return arms;
    }

    /// <summary>One no-op build. The time of the whole process: what a person waits for.</summary>
    public TimeSpan Build(string name)
    {
        long start = Stopwatch.GetTimestamp();
        Dotnet(FolderOf(name), isolated: true, "build", "--no-restore", "-v:q");
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>A build that compiled, queried or wrote again would not be a no-op.</summary>
    public void ProveThatNothingWasWritten()
    {
        foreach ((string file, DateTime time) in _written)
        {
            if (File.GetLastWriteTimeUtc(file) != time)
            {
                throw new InvalidOperationException($"{Path.GetRelativePath(_work, file)} was written again: the builds were no no-ops.");
            }
        }
    }

    public void Dispose() => EndEmulator();

    private void RememberFiles()
    {
        string[] files =
        [
            .. Directory.GetFiles(_work, "Library.dll", SearchOption.AllDirectories),
            .. Directory.GetFiles(_work, "eas_service.json", SearchOption.AllDirectories),
            .. Directory.GetFiles(_work, "catalog.json", SearchOption.AllDirectories),
        ];
        foreach (string wanted in (string[])["Library.dll", "eas_service.json", "catalog.json"])
        {
            if (!files.Any(file => Path.GetFileName(file) == wanted))
            {
                throw new InvalidOperationException($"No build wrote {wanted}.");
            }
        }

        foreach (string file in files)
        {
            _written[file] = File.GetLastWriteTimeUtc(file);
        }
    }

    private string FolderOf(string name) => Path.Combine(_work, name switch
    {
        Without => "a",
        WithoutAgain => "a-again",
        WithEasDeploy => "b",
        _ => "c",
    });

    private void WriteLibrary(string name, string items, string properties = "")
    {
        string folder = FolderOf(name);
        Write(Path.Combine(folder, "Class1.cs"), "namespace Library;\n\npublic class Class1\n{\n}\n");
        Write(Path.Combine(folder, "Library.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
            </Project>

            """);
    }

    private void Write(string relativePath, string text)
    {
        string file = Path.Combine(_work, relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private void MakeGitRepository(string folder)
    {
        Write(Path.Combine(folder, ".gitignore"), "bin/\nobj/\n");
        Run("git", folder, isolated: true, ["init", "-q"]);
        Run("git", folder, isolated: true, ["add", "-A"]);
        Run("git", folder, isolated: true, ["-c", "user.name=bench", "-c", "user.email=bench@example.com", "commit", "-qm", "Begin"]);
        Run("git", folder, isolated: true, ["tag", "1.0.0"]);
    }

    /// <summary>It has answered the one query it was started for.</summary>
    private void EndEmulator()
    {
        string home = Path.Combine(_work, "eas");
        if (!Directory.Exists(home))
        {
            return;
        }

        using HttpClient client = new();
        foreach (string handle in Directory.GetFiles(home, "emulator-*.json"))
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(File.ReadAllText(handle));
                Uri address = new(document.RootElement.GetProperty("address").GetString()!);
                using HttpResponseMessage answer = client.PostAsync(new Uri(address, "/_control/shutdown"), null).GetAwaiter().GetResult();
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or JsonException)
            {
                // It has ended already.
            }
        }
    }

    private string Dotnet(string folder, bool isolated, params string[] arguments) => Run("dotnet", folder, isolated, arguments);

    private string Run(string program, string folder, bool isolated, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        foreach (string name in start.Environment.Keys.Where(name => name is "CI" or "GITHUB_ACTIONS" or "TF_BUILD"
            || name.StartsWith("ALIBABA_CLOUD_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        if (isolated)
        {
            start.Environment["NUGET_PACKAGES"] = Path.Combine(_work, "packages");
            start.Environment["EAS_HOME"] = Path.Combine(_work, "eas");
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}{errors.Result}");
    }
}
