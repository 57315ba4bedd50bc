using System.Security.Cryptography;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests;

/// <summary>Runs a script of the folder Referee against an emulator, with the locked packages beside it.</summary>
internal static class NodeScripts
{
    /// <returns>One verdict per check the script made.</returns>
    public static async Task<IReadOnlyList<Verdict>> RunAsync(string script, EmulatorHost host, TestContext test, params string[] more)
    {
        string source = Path.Combine(Repository.Root, "tests", "EasDeploy.Emulator.Tests", "Referee");
        using var folder = new ScriptFolder(await InstalledAsync(source), source);
        BufferedCommandResult result = await Cli.Wrap("node").WithWorkingDirectory(folder.Path).WithValidation(CommandResultValidation.None)
            .WithArguments([script, host.Address.AbsoluteUri.TrimEnd('/'), EmulatorHost.AccessKeyId, EmulatorHost.AccessKeySecret,
                Path.Combine(Repository.Root, "src", "EasDeploy.Emulator", "Seeds"), .. more])
            .ExecuteBufferedAsync(test.CancellationToken);
        Assert.AreEqual(0, result.ExitCode, result.StandardError);

        Verdict[] verdicts = [.. result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Verdict>(line, JsonSerializerOptions.Web)!)];
        foreach (IGrouping<string, Verdict> client in verdicts.GroupBy(v => v.Client))
        {
            test.WriteLine($"{client.Key}: {client.Count(v => v.Ok)} of {client.Count()}");
        }

        return verdicts;
    }

    public static async Task<bool> RunsAsync(string program, string argument)
    {
        try
        {
            return (await Cli.Wrap(program).WithArguments(argument).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync()).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Installs the locked packages once per lock file; a finished folder appears by one rename.</summary>
    private static async Task<string> InstalledAsync(string source)
    {
        byte[] packages = await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"));
        string target = Path.Combine(Path.GetTempPath(), "easdeploy-referee-" + Convert.ToHexStringLower(SHA256.HashData(packages))[..16]);
        if (Directory.Exists(target))
        {
            return target;
        }

        string draft = Directory.CreateTempSubdirectory("easdeploy-referee-draft-").FullName;
        foreach (string name in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(source, name), Path.Combine(draft, name));
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
        public ScriptFolder(string installed, string source)
        {
            Path = Directory.CreateDirectory(System.IO.Path.Combine(installed, "run-" + Guid.NewGuid().ToString("N"))).FullName;
            foreach (string file in Directory.GetFiles(source, "*.mjs"))
            {
                File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
            }
        }

        public string Path { get; }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}

/// <summary>One check of a script.</summary>
internal sealed record Verdict(string Client, string Name, bool Ok, string? Problem);
