using System.Text.Json;

namespace EasDeploy.Tool.Tests.Checking;

/// <summary>The tool as people get it: packed, installed, started.</summary>
[TestClass]
public sealed class CheckCommandTests
{
    private const string Good =
        """
        {
          "metadata": { "name": "qwen_chat", "instance": 1, "workspace_id": "312319" },
          "containers": [{ "image": "vllm:0.14.0-gpu", "port": 8000, "script": "vllm serve /model_dir --port 8000" }],
          "storage": [{ "mount_path": "/model_dir", "oss": { "path": "oss://yqtest-model/Qwen3.5-0.8B/", "readOnly": true } }],
          "cloud": { "computing": { "instance_type": "ecs.gn7i-c16g1.4xlarge" } }
        }
        """;

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_good_document_is_done_and_a_wrong_one_says_no_at_its_line()
    {
        using TempFolder folder = new();
        folder.Write("good.json", Good);
        folder.Write("wrong.json", Good.Replace("\"port\": 8000", "\"port\": 9090", StringComparison.Ordinal));
        folder.Write("broken.json", "{\n  \"a\": 1,\n}");
        RunResult good = await EasAsync(folder, "check", "good.json");
        RunResult several = await EasAsync(folder, "check", "good.json", "wrong.json", "broken.json", "none.json");

        Assert.AreEqual((0, "1 checked: 0 error(s), 0 warning(s)\n"), (good.ExitCode, good.Output));
        Assert.AreEqual(1, several.ExitCode);
        StringAssert.Contains(several.Output, "wrong.json(3,56): error EAS2003: ");
        StringAssert.Contains(several.Output, "broken.json(3,1): error EAS8011: ");
        StringAssert.Contains(several.Output, "none.json : error EAS8016: ");
        StringAssert.Contains(several.Output, "4 checked: 4 error(s), 0 warning(s)");
    }

    [TestMethod]
    public async Task The_JSON_form_has_every_finding_with_its_place()
    {
        using TempFolder folder = new();
        folder.Write("wrong.json", Good.Replace("qwen_chat", "Qwen", StringComparison.Ordinal));
        RunResult run = await EasAsync(folder, "check", "wrong.json", "--output", "json");
        string json = run.Output[..(run.Output.LastIndexOf('}') + 1)];
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement file = document.RootElement.GetProperty("files")[0];
        JsonElement finding = file.GetProperty("diagnostics")[0];

        Assert.AreEqual(1, run.ExitCode);
        Assert.AreEqual("wrong.json", file.GetProperty("path").GetString());
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
        RunResult run = await EasAsync(folder, "check", "chip.json", "--endpoint", emulator.Address.AbsoluteUri);

        Assert.AreEqual(1, run.ExitCode, run.Output);
        StringAssert.Contains(run.Output, "chip.json(5,");
        StringAssert.Contains(run.Output, "error EAS3101: ");
        Assert.IsNotEmpty(emulator.RequestsOf("DescribeMachineSpec"));
    }

    [TestMethod]
    public async Task A_cloud_that_must_answer_and_does_not_is_told()
    {
        using TempFolder folder = new();
        folder.Write("good.json", Good);
        RunResult run = await EasAsync(folder, "check", "good.json", "--catalog-mode", "online", "--endpoint", "http://127.0.0.1:1");

        Assert.AreEqual(3, run.ExitCode, run.Output);
        StringAssert.StartsWith(run.Output, "error EAS7001: ");
    }

    [TestMethod]
    public async Task A_project_is_checked_with_its_own_package()
    {
        using ConsumerProject project = new(
            await PackedPackage.PackAsync(InstalledTool.Home, Ct, "build-feed"), ConsumerProject.GoodService.Replace("qwen_chat", "Qwen", StringComparison.Ordinal));
        RunResult run = await InstalledTool.RunAsync(project.Folder, Ct, "check", "app.csproj");

        Assert.AreEqual(1, run.ExitCode, run.Output);
        StringAssert.Contains(run.Output, "app.csproj(8,");
        StringAssert.Contains(run.Output, "error EAS1001: service name 'Qwen' contains 'Q'");
        StringAssert.Contains(run.Output, "1 checked: 1 error(s), 0 warning(s)");
    }

    [TestMethod]
    [DataRow("check")]
    [DataRow("check", "--output", "yaml", "x.json")]
    [DataRow("chek", "x.json")]
    public async Task Wrong_usage_is_its_own_code(params string[] arguments)
    {
        using TempFolder folder = new();

        Assert.AreEqual(2, (await EasAsync(folder, arguments)).ExitCode);
    }

    private Task<RunResult> EasAsync(TempFolder folder, params string[] arguments) => InstalledTool.RunAsync(folder.Path, Ct, arguments);
}
