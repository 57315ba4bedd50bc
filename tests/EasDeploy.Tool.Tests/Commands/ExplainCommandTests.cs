using System.Text.Json;

namespace EasDeploy.Tool.Tests.Commands;

[TestClass]
public sealed class ExplainCommandTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_page_is_printed_without_its_marks()
    {
        ToolRun run = await ToolRun.RunAsync(Ct, "explain", "eas3101");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.StartsWith(run.Out, "EAS3101: Image chip and instance chip differ\n\nWhat you see\n\n    App.csproj(");
        Assert.DoesNotContain("```", run.Out);
        Assert.DoesNotContain("## ", run.Out);
    }

    [TestMethod]
    public async Task Every_page_of_the_repository_is_inside()
    {
        string[] pages = [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs", "diagnostics"), "EAS*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];
        ToolRun run = await ToolRun.RunAsync(Ct, ["explain", .. pages, "-o", "json"]);
        JsonElement[] explained = [.. JsonDocument.Parse(run.Out).RootElement.GetProperty("pages").EnumerateArray()];

        Assert.IsNotEmpty(pages);
        CollectionAssert.AreEqual(pages, explained.Select(page => page.GetProperty("code").GetString()).ToArray());
        Assert.IsTrue(explained.All(page => page.GetProperty("markdown").GetString()!.StartsWith($"# {page.GetProperty("code")}: {page.GetProperty("title")}\n", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("EAS310", "Write EAS3101.")]
    [DataRow("hello", "'dotnet eas explain' lists all codes.")]
    public async Task A_code_that_is_none_gets_the_nearest(string written, string repair)
    {
        ToolRun run = await ToolRun.RunAsync(Ct, "explain", written);

        Assert.AreEqual((2, $"error EAS8052: '{written}' is no code of EasDeploy. {repair}\n"), (run.ExitCode, run.Error));
    }

    [TestMethod]
    public async Task Without_a_code_all_are_listed()
    {
        ToolRun run = await ToolRun.RunAsync(Ct, "explain");

        StringAssert.Contains(run.Out, "| EAS1001 | error | Service name has characters that are not allowed |");
    }
}
