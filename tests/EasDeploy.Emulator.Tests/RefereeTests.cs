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

        RefereeRun run = await RefereeRun.OfAsync("referee.mjs", host.Address, TestContext);

        AllHold(run, ClientChecks);
    }

    [TestMethod]
    public async Task The_console_page_works_in_a_browser()
    {
        await NeedsAsync("node", "npm", "chromium");
        await using EmulatorHost host = await EmulatorHost.StartAsync();

        RefereeRun run = await RefereeRun.OfAsync("console.mjs", host.Address, TestContext, OnPath("chromium"));

        AllHold(run, ConsoleChecks);
    }

    private static async Task NeedsAsync(params string[] programs)
    {
        if (await NodeScripts.MissingAsync(programs) is string reason)
        {
            Assert.Inconclusive(reason);
        }
    }

    private static string OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).First(File.Exists);

    private static void AllHold(RefereeRun run, int atLeast)
    {
        Assert.AreEqual("", string.Join('\n', run.Verdicts.Where(v => !v.Ok).Select(v => $"{v.Client}: {v.Name}: {v.Problem}")));
        Assert.AreEqual(0, run.ExitCode, run.Problems);
        Assert.IsGreaterThanOrEqualTo(atLeast, run.Verdicts.Count);
    }
}
