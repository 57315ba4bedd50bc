namespace EasDeploy.Tool.Tests;

/// <summary>The packed tool, restored from its manifest and run as <c>dotnet eas</c>.</summary>
[TestClass]
public sealed class InstalledToolTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_local_tool_helps_checks_and_brings_its_emulator()
    {
        string file = InstalledTool.Home["repo/good.json"];
        RunResult help = await InstalledTool.RunAsync(Ct, "--help");
        await File.WriteAllTextAsync(file, EmulatedRegion.Document, Ct);
        RunResult check = await InstalledTool.RunAsync(Ct, "check", "good.json");
        RunResult images = await InstalledTool.RunAsync(Ct, "list", "images", "vllm", "--emulator");

        Assert.AreEqual(0, help.ExitCode, help.Output);
        StringAssert.Contains(help.Output, "check     Checks service documents");
        Assert.AreEqual((0, "1 checked: 0 error(s), 0 warning(s)\n"), (check.ExitCode, check.Output));
        Assert.AreEqual(0, images.ExitCode, images.Output);
        StringAssert.Contains(images.Output, "| vllm:0.14.0-gpu ");
    }

    [TestMethod]
    public async Task It_runs_once_without_an_installation_and_as_a_command_of_its_own()
    {
        string file = InstalledTool.Home["once.json"];
        await File.WriteAllTextAsync(file, EmulatedRegion.Document, Ct);
        RunResult once = await InstalledTool.RunOnceAsync(Ct, "check", file);
        RunResult command = await new DotnetRun(InstalledTool.Home, Path.GetTempPath(), "InstalledTool.command")
            .ShellAsync($"'{await InstalledTool.InstallCommandAsync()}' check '{file}'", Ct);

        Assert.AreEqual((0, "1 checked: 0 error(s), 0 warning(s)\n"), (once.ExitCode, once.Output));
        Assert.AreEqual((0, "1 checked: 0 error(s), 0 warning(s)\n"), (command.ExitCode, command.Output));
    }

    [TestMethod]
    public async Task A_project_is_checked_with_its_own_package()
    {
        using ConsumerProject project = new(
            await PackedPackage.PackAsync(InstalledTool.Home, Ct, "build-feed"), ConsumerProject.GoodService.Replace("qwen_chat", "Qwen", StringComparison.Ordinal));
        RunResult run = await InstalledTool.RunAsync(Ct, "check", Path.Combine(project.Folder, "app.csproj"));

        Assert.AreEqual(1, run.ExitCode, run.Output);
        StringAssert.Contains(run.Output, "app.csproj(8,");
        StringAssert.Contains(run.Output, "error EAS1001: service name 'Qwen' contains 'Q'");
        StringAssert.Contains(run.Output, "1 checked: 1 error(s), 0 warning(s)");
    }

    [TestMethod]
    public async Task What_has_no_end_ends_when_nobody_reads_it_any_more()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct, "describe:1000");
        await region.CreateAsync("qwen_chat", Ct);
        foreach ((string verb, int code) in new[] { ("logs qwen_chat --follow", 0), ("status qwen_chat --watch", 130) })
        {
            RunResult run = await InstalledTool.ShellAsync(
                $"(timeout 60 dotnet eas {verb} --endpoint {region.Endpoint}; echo ended with $? >&2) | true", Ct);
            StringAssert.Contains(run.Output, $"ended with {code}\n", run.Output);
        }
    }
}
