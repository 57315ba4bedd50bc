using System.Diagnostics;

namespace EasDeploy.Bench;

/// <summary>The tool, built in the ways that were tried.</summary>
/// <param name="root">Full path of the repository.</param>
/// <param name="folder">Full path that gets a folder for each way.</param>
internal sealed class ToolBuilds(string root, string folder)
{
    private const string Runtime = "linux-x64";

    public string Portable() => Publish("portable", "-p:PublishAot=false");

    public string ReadyToRun() => Publish("r2r", "-r", Runtime, "-p:PublishAot=false", "--self-contained", "false", "-p:PublishReadyToRun=true");

    public string Trimmed() => Publish("trimmed", "-r", Runtime, "-p:PublishAot=false", "--self-contained", "true", "-p:PublishTrimmed=true", "-p:PublishReadyToRun=true");

    public string Native() => Publish("native", "-r", Runtime);

    /// <summary>Packs every package of the tool and installs it as a local tool, as teams do.</summary>
    /// <returns>Folder of the manifest.</returns>
    public string Install()
    {
        (string feed, string repo) = (Path.Combine(folder, "feed"), Directory.CreateDirectory(Path.Combine(folder, "repo")).FullName);
        string version = "0.1.0-bench" + Stopwatch.GetTimestamp();
        Run(root, ["pack", Project, "-v:q", "-nologo", "-o", feed, "-p:PackageVersion=" + version, "-p:Version=" + version]);
        Run(repo, ["new", "tool-manifest"]);
        Run(repo, ["tool", "install", "EasDeploy.Tool", "--version", version, "--add-source", feed]);
        return repo;
    }

    private string Project => Path.Combine(root, "src", "EasDeploy.Tool");

    private string Publish(string name, params string[] options)
    {
        string target = Path.Combine(folder, name);
        Run(root, ["publish", Project, "-c", "Release", "-v:q", "-nologo", "-o", target, .. options]);
        return Path.Combine(target, "dotnet-eas");
    }

    private static void Run(string folder, string[] arguments)
    {
        using Process dotnet = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder })!;
        dotnet.WaitForExit();
        if (dotnet.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {dotnet.ExitCode}");
        }
    }
}
