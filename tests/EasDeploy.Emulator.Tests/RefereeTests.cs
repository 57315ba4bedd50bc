using System.Security.Cryptography;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests;

/// <summary>Unmodified official Node clients against the emulator: they know the API, not our reading of it.</summary>
[TestClass]
public sealed class RefereeTests
{
    /// <summary>Checks the scripts are known to make; fewer means that a part did not run.</summary>
    private const int AtLeast = 129;

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public async Task Official_clients_cannot_tell_the_emulator_from_the_cloud()
    {
        if (!await RunsAsync("node", "--version") || !await RunsAsync("npm", "--version"))
        {
            Assert.Inconclusive("The official-client referee did not run: it needs node and npm on the path.");
        }

        string source = Path.Combine(Repository.Root, "tests", "EasDeploy.Emulator.Tests", "Referee");
        using var folder = new ScriptFolder(await InstalledAsync(source), source);
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        BufferedCommandResult result = await Cli.Wrap("node").WithWorkingDirectory(folder.Path).WithValidation(CommandResultValidation.None)
            .WithArguments(["referee.mjs", host.Address.AbsoluteUri.TrimEnd('/'), EmulatorHost.AccessKeyId, EmulatorHost.AccessKeySecret,
                Path.Combine(Repository.Root, "src", "EasDeploy.Emulator", "Seeds")])
            .ExecuteBufferedAsync(TestContext.CancellationToken);

        Verdict[] verdicts = [.. result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Verdict>(line, JsonSerializerOptions.Web)!)];
        foreach (IGrouping<string, Verdict> client in verdicts.GroupBy(v => v.Client))
        {
            TestContext.WriteLine($"{client.Key}: {client.Count(v => v.Ok)} of {client.Count()}");
        }

        Assert.AreEqual(0, result.ExitCode, result.StandardError);
        Assert.IsGreaterThanOrEqualTo(AtLeast, verdicts.Length, result.StandardError);
        Assert.AreEqual("", string.Join('\n', verdicts.Where(v => !v.Ok).Select(v => $"{v.Client}: {v.Name}: {v.Problem}")));
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

    private static async Task<bool> RunsAsync(string program, string argument)
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

    private sealed record Verdict(string Client, string Name, bool Ok, string? Problem);
}
