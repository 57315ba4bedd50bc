using System.Text.Json;

namespace EasDeploy.Tool.Tests.Commands;

[TestClass]
public sealed class DeployCommandTests
{
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <EasRegion>cn-hangzhou</EasRegion>
            <EasOnExisting>Fail</EasOnExisting>
          </PropertyGroup>
          <ItemGroup>
            <EasService Include="qwen_chat" Image="vllm:0.14.0-gpu" InstanceType="ecs.gn7i-c16g1.4xlarge" Model="oss://yqtest-model/Qwen3.5-0.8B/" />
            <EasService Include="off" Image="vllm:0.14.0-gpu" Enabled="false" />
          </ItemGroup>
        </Project>
        """;

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_document_runs_and_the_result_is_the_record_of_a_build()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        using TempFolder folder = new();
        ToolRun run = await region.EasAsync(Ct, "deploy", folder.Write("eas_service.json", EmulatedRegion.Document), "--output", "json");
        JsonElement record = JsonDocument.Parse(run.Out).RootElement.GetProperty("deployments")[0];

        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.AreEqual(("qwen_chat", "running", true), (record.GetProperty("service").GetString(), record.GetProperty("outcome").GetString(), record.GetProperty("emulator").GetBoolean()));
        StringAssert.StartsWith(record.GetProperty("InternetEndpoint").GetString(), "http");
        StringAssert.Contains(run.Error, "[qwen_chat, emulator] ✅ Service ready\n");
        StringAssert.Contains(run.Error, "✅ Compatibility: Passed\n");
        Assert.DoesNotContain((await region.EasAsync(Ct, "token", "qwen_chat")).Out.Trim(), run.Out + run.Error);
        Assert.AreEqual(Squeezed(record.GetRawText()), Squeezed(await File.ReadAllTextAsync(region.Folder["eas/qwen_chat/deployment.json"], Ct)));
    }

    [TestMethod]
    public async Task A_failure_leaves_its_diagnosis_where_it_is_wanted_and_the_next_run_takes_it_away()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        region.Host.PlanLifeCycle("qwen_chat", "crash-loop");
        using TempFolder folder = new();
        string file = Document(folder, "qwen_chat");
        ToolRun failed = await region.EasAsync(Ct, "deploy", file, "--out", "results");
        string record = await File.ReadAllTextAsync(region.Folder["results/qwen_chat/deployment.json"], Ct);
        string summary = await File.ReadAllTextAsync(region.Folder["results/qwen_chat/diagnosis/summary.md"], Ct);
        region.Host.PlanLifeCycle("qwen_chat", "healthy");
        ToolRun again = await region.EasAsync(Ct, "deploy", file, "--out", "results");

        Assert.AreEqual((4, 0), (failed.ExitCode, again.ExitCode), failed.Error + again.Error);
        StringAssert.Contains(failed.Error, $"Diagnosis: {region.Folder["results/qwen_chat/diagnosis/summary.md"]}\n");
        StringAssert.Contains(record, "\"outcome\": \"failed");
        StringAssert.Contains(summary, "qwen_chat");
        Assert.IsFalse(Directory.Exists(region.Folder["results/qwen_chat/diagnosis"]));
        Assert.IsFalse(Directory.Exists(region.Folder["eas"]));
    }

    [TestMethod]
    public async Task What_a_message_says_to_type_reaches_the_same_service_when_it_is_pasted()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct, "describe:1000");
        using TempFolder folder = new("with a blank");
        string file = Document(folder, "qwen_chat");
        ToolRun late = await region.EasAsync(Ct, "deploy", file, "--timeout", "1", "--no-rollback");
        ToolRun nothing = await region.EasAsync(Ct, "rollback", file, "--yes");

        string look = $"dotnet eas status qwen_chat --endpoint {region.Endpoint}";
        Assert.AreEqual(4, late.ExitCode, late.Error);
        StringAssert.Contains(late.Error, $"Look again with '{look}'");
        StringAssert.Contains(nothing.Error, $"Deploy the version you want with 'dotnet eas deploy \"{file}\" --endpoint {region.Endpoint}'.");
        ToolRun pasted = await ToolRun.RunAsync(Ct, look.Split(' ')[2..]);
        Assert.AreEqual(0, pasted.ExitCode, pasted.Error);
        StringAssert.Contains(pasted.Out, "Service Name: qwen_chat\n");
    }

    [TestMethod]
    public async Task A_record_that_cannot_be_written_lets_nothing_be_sent()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        using TempFolder folder = new();
        region.Folder.Write("results", "a file where a folder is wanted");
        ToolRun run = await region.EasAsync(Ct, "deploy", Document(folder, "qwen_chat"), "--out", "results");

        Assert.AreEqual((2, ""), (run.ExitCode, run.Out));
        StringAssert.Contains(run.Error, "error EAS8007: ");
        Assert.IsEmpty(region.Host.RequestsOf("CreateService"));
    }

    [TestMethod]
    [DataRow("none", "")]
    [DataRow("gateway", "/health")]
    [DataRow("model", "/v1/")]
    public async Task What_a_running_service_has_to_answer_can_be_said(string level, string asked)
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        using TempFolder folder = new();
        ToolRun run = await region.EasAsync(Ct, "deploy", Document(folder, "qwen_chat"), "--verify", level);
        string[] calls = [.. region.Host.RequestsOf("Predict").Select(call => call.Path)];

        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.AreEqual(asked.Length > 0, calls.Any(path => path.Contains(asked, StringComparison.Ordinal)), string.Join(' ', calls));
    }

    [TestMethod]
    public async Task Several_documents_go_side_by_side_and_one_failure_is_the_code()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        region.Host.PlanLifeCycle("bad", "crash-loop");
        using TempFolder folder = new();
        ToolRun run = await region.EasAsync(Ct, "deploy", Document(folder, "good"), Document(folder, "bad"));

        Assert.AreEqual(4, run.ExitCode, run.Error);
        StringAssert.StartsWith(run.Out, "good: Running (emulator)\n  InternetEndpoint: http");
        StringAssert.Contains(run.Out, "\nbad: Failed (emulator)\n  InternetEndpoint: ");
        StringAssert.Contains(run.Error, "error EAS6302: ");
    }

    [TestMethod]
    public async Task A_rule_that_objects_lets_nothing_be_created()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        using TempFolder folder = new();
        ToolRun run = await region.EasAsync(Ct, "deploy", folder.Write("x.json", EmulatedRegion.Document.Replace("0.14.0-gpu", "0.14.0-xpu", StringComparison.Ordinal)));
        ToolRun broken = await region.EasAsync(Ct, "deploy", folder.Write("y.json", "{"));

        Assert.AreEqual(1, run.ExitCode, run.Error);
        StringAssert.Contains(run.Error, "❌ Compatibility: Failed - XPU image requires XPU instance");
        StringAssert.Contains(run.Error, "error EAS3101: ");
        StringAssert.Contains(run.Out, "qwen_chat: not deployed (emulator)\n");
        Assert.AreEqual((1, ""), (broken.ExitCode, broken.Out));
        Assert.IsEmpty(region.Host.RequestsOf("CreateService"));
    }

    [TestMethod]
    public async Task What_exists_may_be_kept()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        await region.CreateAsync("qwen_chat", Ct);
        using TempFolder folder = new();
        ToolRun run = await region.EasAsync(Ct, "deploy", Document(folder, "qwen_chat"), "--on-existing", "fail");

        Assert.AreEqual(1, run.ExitCode, run.Error);
        StringAssert.Contains(run.Error, "error EAS6101: service 'qwen_chat' exists since ");
        Assert.IsEmpty(region.Host.RequestsOf("DeleteService"));
    }

    [TestMethod]
    public async Task Not_waited_for_is_accepted_and_a_refusal_is_the_clouds()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        using TempFolder folder = new();
        string file = Document(folder, "qwen_chat");
        region.Host.AnswerWith("CreateService", 403, """{"Code":"NoPermission","Message":"You are not authorized","RequestId":"R-1"}""");
        ToolRun refused = await region.EasAsync(Ct, "deploy", file);
        ToolRun accepted = await region.EasAsync(Ct, "deploy", file, "--no-wait");

        Assert.AreEqual((3, 5), (refused.ExitCode, accepted.ExitCode), refused.Error + accepted.Error);
        StringAssert.Contains(refused.Error, "error EAS7101: ");
    }

    [TestMethod]
    public async Task A_project_brings_its_services_its_region_and_its_policy()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        using TempFolder folder = new();
        string project = folder.Write("App.csproj", Project);
        ToolRun first = await region.EasAsync(Ct, "deploy", folder.Path);
        ToolRun second = await region.EasAsync(Ct, "deploy", project);

        Assert.AreEqual(0, first.ExitCode, first.Error);
        StringAssert.Contains(first.Out, "qwen_chat: Running (emulator)\n");
        Assert.DoesNotContain("off", first.Out);
        Assert.IsTrue(File.Exists(folder["bin/Debug/net10.0/eas/qwen_chat/deployment.json"]));
        string?[] entries = [.. Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName)];
        CollectionAssert.AreEquivalent(new[] { "App.csproj", "bin", "obj" }, entries);
        Assert.AreEqual(1, second.ExitCode, second.Error);
        StringAssert.Contains(second.Error, "App.csproj(8,6): error EAS6101: ");
    }

    [TestMethod]
    public async Task A_project_stands_alone_and_must_be_readable()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        using TempFolder folder = new();
        string document = Document(folder, "qwen_chat");
        string project = folder.Write("App.csproj", "<Project");
        ToolRun both = await region.EasAsync(Ct, "deploy", project, document);
        ToolRun broken = await region.EasAsync(Ct, "deploy", project);

        Assert.AreEqual((2, 2), (both.ExitCode, broken.ExitCode));
        StringAssert.Contains(both.Error, "error EAS8058: ");
        StringAssert.Contains(broken.Error, "error EAS8016: ");
        StringAssert.Contains(broken.Error, "MSB4025");
    }

    [TestMethod]
    public async Task A_plan_reads_only_and_exactly_it_is_applied()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        using TempFolder folder = new();
        string file = Document(folder, "qwen_chat");
        ToolRun planned = await region.EasAsync(Ct, "plan", file, "--on-existing", "update", "--out", folder["plans"], "-o", "json");
        JsonElement plan = JsonDocument.Parse(planned.Out).RootElement.GetProperty("plans")[0];
        int writes = region.Host.RequestsOf("CreateService").Count;
        ToolRun deployed = await region.EasAsync(Ct, "deploy", folder["plans/qwen_chat.plan.json"]);
        ToolRun again = await region.EasAsync(Ct, "plan", file, "--on-existing", "update");
        ToolRun moved = await region.EasAsync(Ct, "deploy", folder["plans/qwen_chat.plan.json"]);

        Assert.AreEqual((10, 0), (planned.ExitCode, writes), planned.Error);
        Assert.AreEqual("qwen_chat", plan.GetProperty("service").GetString());
        Assert.AreEqual(0, deployed.ExitCode, deployed.Error);
        Assert.AreEqual(0, again.ExitCode, again.Error);
        Assert.AreEqual(1, moved.ExitCode, moved.Error);
        StringAssert.Contains(moved.Error, "error EAS6105: ");
    }

    [TestMethod]
    public async Task A_changed_service_is_brought_back_and_resuming_starts_nothing()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        using TempFolder folder = new();
        string file = Document(folder, "qwen_chat");
        ToolRun nothing = await region.EasAsync(Ct, "resume", file);
        int created = region.Host.RequestsOf("CreateService").Count;
        await region.EasAsync(Ct, "deploy", file);
        string changed = folder.Write("changed.json", EmulatedRegion.Document.Replace("\"instance\": 1", "\"instance\": 2", StringComparison.Ordinal));
        ToolRun update = await region.EasAsync(Ct, "deploy", changed, "--on-existing", "update");
        ToolRun unasked = await region.EasAsync(Ct, "rollback", file);
        ToolRun back = await region.EasAsync(Ct, "rollback", file, "--yes");
        JsonElement service = JsonDocument.Parse((await region.EasAsync(Ct, "status", "qwen_chat", "-o", "json")).Out).RootElement;

        Assert.AreEqual(0, created, nothing.Error);
        Assert.AreEqual((0, 2, 0), (update.ExitCode, unasked.ExitCode, back.ExitCode), update.Error + unasked.Error + back.Error);
        StringAssert.Contains(unasked.Error, "error EAS8050: 'rollback' needs an answer");
        StringAssert.Contains(back.Error, $"Run 'dotnet eas deploy {file} --endpoint {region.Endpoint}' when the newer one is wanted again.\n");
        Assert.AreEqual(1, service.GetProperty("totalInstances").GetInt32());
    }

    private static string Squeezed(string json) => json.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal);

    private static string Document(TempFolder folder, string name) =>
        folder.Write(name + "/eas_service.json", EmulatedRegion.Document.Replace("qwen_chat", name, StringComparison.Ordinal));
}
