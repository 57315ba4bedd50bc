using EasDeploy.Emulator.Operations;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests;

/// <summary>Unmodified official Node clients, and a browser, against the emulator: they know the API, not our reading of it.</summary>
[TestClass]
public sealed class RefereeTests
{
    /// <summary>Checks the scripts are known to make; fewer means that a part did not run.</summary>
    private const int ClientChecks = 252;

    private const int ConsoleChecks = 10;

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public async Task Official_clients_cannot_tell_the_emulator_from_the_cloud()
    {
        await NeedsAsync("node", "npm");
        await using EmulatorHost host = await EmulatorHost.StartAsync();

        RefereeRun run = await RefereeRun.OfAsync("referee.mjs", host.Address, TestContext);

        AllHold(run, ClientChecks);
        AnsweredAsDeclared(host.Requests);
        Golden.Check(ConformancePage.Of(run, OperationTable.Create(), host.Requests), "../../docs/reference/conformance.md");
    }

    [TestMethod]
    public async Task The_console_page_works_in_a_browser()
    {
        await NeedsAsync("node", "npm", "chromium");
        await using EmulatorHost host = await EmulatorHost.StartAsync();

        RefereeRun run = await RefereeRun.OfAsync("console.mjs", host.Address, TestContext, OnPath("chromium"));

        AllHold(run, ConsoleChecks);
    }

    internal static async Task NeedsAsync(params string[] programs)
    {
        if (await NodeScripts.MissingAsync(programs) is string reason)
        {
            Assert.Inconclusive(reason);
        }
    }

    /// <summary>Every operation of the table was called: an absent one said so, every other one has both given and refused.</summary>
    private static void AnsweredAsDeclared(IReadOnlyList<JournalEntry> requests)
    {
        OperationTable table = OperationTable.Create();
        var wrong = new List<string>();
        foreach (OperationDeclaration operation in table.Declarations)
        {
            int[] answers = [.. requests.Where(r => r.Action == operation.Action).Select(r => r.Status).Distinct().Order()];
            bool covered = table.Bound(operation).Fidelity == Fidelity.Absent
                ? answers is [501]
                : answers.Contains(200) && answers.Any(s => s is >= 400 and < 500) && !answers.Contains(501);
            if (!covered)
            {
                wrong.Add($"{operation.Product} {operation.Action} ({table.Bound(operation).Fidelity}): answered {string.Join(", ", answers)}");
            }
        }

        Assert.AreEqual("", string.Join('\n', wrong));
    }

    private static string OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).First(File.Exists);

    private static void AllHold(RefereeRun run, int atLeast)
    {
        Assert.AreEqual("", run.Failures);
        Assert.AreEqual(0, run.ExitCode, run.Problems);
        Assert.IsGreaterThanOrEqualTo(atLeast, run.Verdicts.Count);
    }
}
