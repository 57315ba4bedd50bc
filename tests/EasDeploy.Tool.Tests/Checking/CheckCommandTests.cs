using System.Text.Json;

namespace EasDeploy.Tool.Tests.Checking;

/// <summary>Documents judged by the rules of the build.</summary>
[TestClass]
public sealed class CheckCommandTests
{
    private const string Good = EmulatedRegion.Document;

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_good_document_is_done_and_a_wrong_one_says_no_at_its_line()
    {
        using TempFolder folder = new();
        folder.Write("good.json", Good);
        folder.Write("wrong.json", Good.Replace("\"port\": 8000", "\"port\": 9090", StringComparison.Ordinal));
        folder.Write("broken.json", "{\n  \"a\": 1,\n}");
        ToolRun good = await CheckAsync(folder["good.json"]);
        ToolRun several = await CheckAsync(folder["good.json"], folder["wrong.json"], folder["broken.json"], folder["none.json"]);
        string[] lines = several.Out.Split('\n');

        Assert.AreEqual((0, "1 checked: 0 error(s), 0 warning(s)\n"), (good.ExitCode, good.Out));
        Assert.AreEqual(1, several.ExitCode);
        StringAssert.Contains(several.Out, $"{folder["wrong.json"]}(3,56): error EAS2003: ");
        StringAssert.Contains(several.Out, $"{folder["broken.json"]}(3,1): error EAS8011: ");
        StringAssert.StartsWith(lines[^3], $"{folder["none.json"]} : error EAS8016: ");
        Assert.AreEqual("4 checked: 3 error(s), 0 warning(s)", lines[^2]);
    }

    [TestMethod]
    public async Task The_JSON_form_has_every_finding_with_its_place()
    {
        using TempFolder folder = new();
        folder.Write("wrong.json", Good.Replace("qwen_chat", "Qwen", StringComparison.Ordinal));
        ToolRun run = await CheckAsync(folder["wrong.json"], "--output", "json");
        using JsonDocument document = JsonDocument.Parse(run.Out);
        JsonElement file = document.RootElement.GetProperty("files")[0];
        JsonElement finding = file.GetProperty("diagnostics")[0];

        Assert.AreEqual((1, "1 checked: 1 error(s), 0 warning(s)\n"), (run.ExitCode, run.Error));
        Assert.AreEqual(folder["wrong.json"], file.GetProperty("path").GetString());
        Assert.AreEqual(
            ("EAS1001", "error", 2, 25, "/metadata/name"),
            (finding.GetProperty("code").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("line").GetInt32(),
                finding.GetProperty("column").GetInt32(), finding.GetProperty("pointer").GetString()));
        StringAssert.Contains(finding.GetProperty("message").GetString(), "Rename the service to 'qwen'.");
    }

    [TestMethod]
    public async Task An_emulator_is_asked_when_it_is_named()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using TempFolder folder = new();
        folder.Write("chip.json", Good.Replace("0.14.0-gpu", "0.14.0-xpu", StringComparison.Ordinal));
        ToolRun run = await ToolRun.RunAsync(Ct, "check", folder["chip.json"], "--endpoint", emulator.Address.AbsoluteUri);

        Assert.AreEqual(1, run.ExitCode, run.Out);
        StringAssert.Contains(run.Out, "chip.json(5,");
        StringAssert.Contains(run.Out, "error EAS3101: ");
        Assert.IsNotEmpty(emulator.RequestsOf("DescribeMachineSpec"));
    }

    [TestMethod]
    public async Task A_cloud_that_must_answer_and_does_not_is_told()
    {
        using TempFolder folder = new();
        folder.Write("good.json", Good);
        ToolRun run = await ToolRun.RunAsync(Ct, "check", folder["good.json"], "--catalog-mode", "online", "--endpoint", "http://127.0.0.1:1");

        Assert.AreEqual((3, ""), (run.ExitCode, run.Out));
        StringAssert.StartsWith(run.Error, "error EAS7001: ");
    }

    [TestMethod]
    public async Task Standard_input_is_a_document_like_any_other()
    {
        ToolRun run = await ToolRun.RunAsync(
            new ToolRun.Surroundings(Good.Replace("qwen_chat", "Qwen", StringComparison.Ordinal)), Ct, "check", "-", "--catalog-mode", "offline");

        Assert.AreEqual(1, run.ExitCode);
        StringAssert.StartsWith(run.Out, "-(2,25): error EAS1001: ");
    }

    [TestMethod]
    [DataRow("check")]
    [DataRow("check", "--output", "yaml", "x.json")]
    [DataRow("chek", "x.json")]
    [DataRow]
    public async Task Wrong_usage_is_its_own_code(params string[] arguments) => Assert.AreEqual(2, (await ToolRun.RunAsync(Ct, arguments)).ExitCode);

    // Offline: the credentials of whoever runs the tests are nobody's business.
    private Task<ToolRun> CheckAsync(params string[] arguments) => ToolRun.RunAsync(Ct, ["check", "--catalog-mode", "offline", .. arguments]);
}
