namespace EasDeploy.Tool.Tests.Wizard;

/// <summary>The tool as a process of its own, in a real pipe.</summary>
[TestClass]
public sealed class PipedWizardTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task Typed_lines_may_come_through_a_pipe()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using TempFolder folder = new();
        string[] typed = ["qwen_chat", "312319", "1", "1", "1", "2", "1", "1", "1", "ecs.gn7i-c16g1.4xlarge", "1", "1", "2", "1"];
        RunResult run = await WizardAsync(folder, $"printf '{string.Join("\\n", typed)}\\n'", "--endpoint " + emulator.Address.AbsoluteUri);

        Assert.AreEqual(0, run.ExitCode, run.Output);
        StringAssert.Contains(run.Output, "Service name (a-z 0-9 _, 3-63 characters):\n> qwen_chat\n");
        StringAssert.Contains(run.Output, "Service Name: qwen_chat\nStatus: Running\n");
        Assert.DoesNotContain("\u001b[", run.Output);
        Assert.IsTrue(File.Exists(folder["eas/qwen_chat/eas_service.json"]));
        Assert.IsTrue(File.Exists(folder["eas/qwen_chat/deployment.json"]));
        StringAssert.Contains(await File.ReadAllTextAsync(folder["eas/qwen_chat/deployment.json"], Ct), "\"outcome\": \"running\"");
    }

    [TestMethod]
    public async Task Without_a_terminal_and_without_an_answer_it_stops_and_names_the_question()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using TempFolder folder = new();
        RunResult run = await WizardAsync(folder, "printf ''", "--endpoint " + emulator.Address.AbsoluteUri);

        Assert.AreEqual(2, run.ExitCode, run.Output);
        StringAssert.Contains(run.Output, "error EAS8050: question 'name' needs an answer");
    }

    [TestMethod]
    public async Task Where_nothing_names_a_region_it_is_chosen_from_the_list()
    {
        using TempFolder folder = new();
        RunResult run = await WizardAsync(folder, "printf 'shang\\n1\\nqwen_chat\\n'", "");

        Assert.AreEqual(3, run.ExitCode, run.Output);
        StringAssert.Contains(run.Output, "Total: 28, showing 1-10\nEnter number to select | 'n' next page | keyword filter | 'all' show all\n> shang\n");
        StringAssert.Contains(run.Output, "| 1 | cn-shanghai           |");
        StringAssert.Contains(run.Output, "Your answers are kept; go on with 'dotnet eas new --resume");
        StringAssert.Contains(run.Output, "error EAS70");
    }

    private Task<RunResult> WizardAsync(TempFolder folder, string input, string options)
    {
        DotnetRun run = new(InstalledTool.Home, folder.Path, "PipedWizardTests." + TestContext.TestName);
        run.Environment["EAS_HOME"] = folder["state"];
        return run.ShellAsync($"{input} | dotnet '{Path.Combine(AppContext.BaseDirectory, "dotnet-eas.dll")}' new {options} 2>&1", Ct);
    }
}
