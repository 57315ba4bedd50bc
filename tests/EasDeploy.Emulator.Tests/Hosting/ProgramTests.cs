using System.Net;
using System.Text.Json.Nodes;
using CliWrap;
using CliWrap.Buffered;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests.Hosting;

/// <summary>The emulator as the program it is shipped as.</summary>
[TestClass]
public sealed class ProgramTests
{
    private static string Program => typeof(EmulatorServer).Assembly.Location;

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public async Task A_detached_emulator_outlives_its_parents_pipes_and_ends_when_asked()
    {
        using var folder = new TempFolder();
        string handle = folder["state/emulator.json"];
        // Buffered execution ends only when every holder of the output pipes is gone: the emulator must have let go of them.
        Task<BufferedCommandResult> run = Cli.Wrap("dotnet")
            .WithArguments([Program, "--port", "0", "--region", "cn-beijing", "--pace", "describe:3", "--handle", handle, "--detached", "--idle-minutes", "5"])
            .ExecuteBufferedAsync(TestContext.CancellationToken).Task;
        JsonNode written = await HandleAsync(handle, run);
        using var http = new HttpClient { BaseAddress = new Uri(written["address"]!.GetValue<string>()) };

        JsonNode health = JsonNode.Parse(await http.GetStringAsync("/_control/health"))!;
        Assert.AreEqual("EasDeploy.Emulator", health["name"]!.GetValue<string>());
        Assert.AreEqual("cn-beijing", health["region"]!.GetValue<string>());
        Assert.AreEqual(written["version"]!.GetValue<string>(), health["version"]!.GetValue<string>());
        if (OperatingSystem.IsLinux())
        {
            string[] standard = [.. Enumerable.Range(0, 3).Select(n => new FileInfo($"/proc/{written["pid"]}/fd/{n}").LinkTarget ?? "")];
            CollectionAssert.AreEqual(new[] { "/dev/null", "/dev/null", "/dev/null" }, standard);
        }

        Assert.AreEqual(HttpStatusCode.OK, (await http.PostAsync("/_control/shutdown", null)).StatusCode);
        BufferedCommandResult result = await run;
        Assert.AreEqual(0, result.ExitCode);
        Assert.StartsWith($"emulator: listening on {written["address"]} (region cn-beijing, pace describe:3)", result.StandardOutput);
        Assert.IsFalse(File.Exists(handle));
    }

    [TestMethod]
    public async Task An_idle_emulator_ends_by_itself()
    {
        BufferedCommandResult result = await Cli.Wrap("dotnet").WithArguments([Program, "--port", "0", "--idle-minutes", "0.005"])
            .ExecuteBufferedAsync(TestContext.CancellationToken);

        string[] lines = result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.HasCount(2, lines);
        Assert.IsTrue(lines.All(l => l.StartsWith("emulator: ", StringComparison.Ordinal)), result.StandardOutput);
    }

    [TestMethod]
    [DataRow("--prot", "5080")]
    [DataRow("--pace", "fast")]
    [DataRow("--port", "70000")]
    [DataRow("--region", "../x")]
    public async Task A_wrong_line_is_told_with_the_usage(string name, string value)
    {
        BufferedCommandResult result = await Cli.Wrap("dotnet").WithArguments([Program, name, value])
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(TestContext.CancellationToken);

        Assert.AreEqual(2, result.ExitCode);
        Assert.Contains(name, result.StandardError);
        Assert.Contains("usage", result.StandardError);
        Assert.IsTrue(result.StandardError.Split('\n', StringSplitOptions.RemoveEmptyEntries).All(l => l.StartsWith("emulator: ", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task A_port_in_use_is_told_in_one_line()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();

        BufferedCommandResult result = await Cli.Wrap("dotnet").WithArguments([Program, "--port", $"{host.Address.Port}"])
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(TestContext.CancellationToken);

        Assert.AreEqual(1, result.ExitCode);
        Assert.HasCount(1, result.StandardError.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<JsonNode> HandleAsync(string file, Task run)
    {
        using var watch = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!File.Exists(file))
        {
            Assert.IsFalse(run.IsCompleted, "the emulator ended before it wrote its handle");
            await watch.WaitForNextTickAsync();
        }

        return JsonNode.Parse(await File.ReadAllTextAsync(file))!;
    }
}
