using System.Security.Cryptography;
using CliWrap;
using CliWrap.Buffered;

namespace EasDeploy.Testing;

/// <summary>Runs scripts of tests/conformance, with the locked packages beside them.</summary>
public static class NodeScripts
{
    /// <summary>Once per process: tests run side by side.</summary>
    private static readonly Lazy<Task<string>> s_installed = new(InstalledAsync);

    private static string Source => Path.Combine(Repository.Root, "tests", "conformance");

    /// <returns>Null when every program answers to <c>--version</c>; else a sentence that says which one is missing.</returns>
    public static async Task<string?> MissingAsync(params string[] programs)
    {
        foreach (string program in programs)
        {
            if (!await RunsAsync(program))
            {
                return $"Not run: this test needs {string.Join(" and ", programs)}, and {program} is not on the path.";
            }
        }

        return null;
    }

    /// <summary>Runs a script to its end, whatever its exit code.</summary>
    /// <param name="input">Text of the standard input; empty when the script reads none.</param>
    public static async Task<BufferedCommandResult> RunAsync(string script, IReadOnlyList<string> arguments, string input = "", CancellationToken ct = default)
    {
        using var folder = new ScriptFolder(await s_installed.Value);
        return await Cli.Wrap("node").WithWorkingDirectory(folder.Path).WithValidation(CommandResultValidation.None)
            .WithArguments([script, .. arguments]).WithStandardInputPipe(PipeSource.FromString(input)).ExecuteBufferedAsync(ct);
    }

    private static async Task<bool> RunsAsync(string program)
    {
        try
        {
            return (await Cli.Wrap(program).WithArguments("--version").WithValidation(CommandResultValidation.None).ExecuteBufferedAsync()).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Installs the locked packages once per lock file; a finished folder appears by one rename.</summary>
    private static async Task<string> InstalledAsync()
    {
        byte[] packages = await File.ReadAllBytesAsync(Path.Combine(Source, "package-lock.json"));
        string target = Path.Combine(Path.GetTempPath(), "easdeploy-referee-" + Convert.ToHexStringLower(SHA256.HashData(packages))[..16]);
        if (Directory.Exists(target))
        {
            return target;
        }

        string draft = Directory.CreateTempSubdirectory("easdeploy-referee-draft-").FullName;
        foreach (string name in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(Source, name), Path.Combine(draft, name));
        }

        await Cli.Wrap("npm").WithWorkingDirectory(draft)
            .WithArguments(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).ExecuteBufferedAsync();
        try
        {
            Directory.Move(draft, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            Directory.Delete(draft, recursive: true);
        }

        return target;
    }

    /// <summary>A copy of the scripts below the installed packages, where Node finds them.</summary>
    private sealed class ScriptFolder : IDisposable
    {
        public ScriptFolder(string installed)
        {
            Path = Directory.CreateDirectory(System.IO.Path.Combine(installed, "run-" + Guid.NewGuid().ToString("N"))).FullName;
            foreach (string file in Directory.GetFiles(Source, "*.mjs"))
            {
                File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
            }
        }

        public string Path { get; }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
