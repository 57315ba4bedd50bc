using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests;

/// <summary>Unmodified official Node clients, and a browser, against the emulator: they know the API, not our reading of it.</summary>
[TestClass]
public sealed class RefereeTests
{
    /// <summary>Checks the scripts are known to make; fewer means that a part did not run.</summary>
    private const int ClientChecks = 133;

    private const int ConsoleChecks = 10;

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public async Task Official_clients_cannot_tell_the_emulator_from_the_cloud()
    {
        await NeedsAsync("node", "npm");
        await using EmulatorHost host = await EmulatorHost.StartAsync();

        IReadOnlyList<Verdict> verdicts = await NodeScripts.RunAsync("referee.mjs", host, TestContext);

        AllHold(verdicts, ClientChecks);
    }

    [TestMethod]
    public async Task The_console_page_works_in_a_browser()
    {
        await NeedsAsync("node", "npm", "chromium");
        await using EmulatorHost host = await EmulatorHost.StartAsync();

        IReadOnlyList<Verdict> verdicts = await NodeScripts.RunAsync("console.mjs", host, TestContext, OnPath("chromium"));

        AllHold(verdicts, ConsoleChecks);
    }

    private static async Task NeedsAsync(params string[] programs)
    {
        foreach (string program in programs)
        {
            if (!await NodeScripts.RunsAsync(program, "--version"))
            {
                Assert.Inconclusive($"Not run: this test needs {string.Join(" and ", programs)}, and {program} is not on the path.");
            }
        }
    }

    private static string OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).First(File.Exists);

    private static void AllHold(IReadOnlyList<Verdict> verdicts, int atLeast)
    {
        Assert.AreEqual("", string.Join('\n', verdicts.Where(v => !v.Ok).Select(v => $"{v.Client}: {v.Name}: {v.Problem}")));
        Assert.IsGreaterThanOrEqualTo(atLeast, verdicts.Count);
    }
}
