using System.Text;
using System.Text.Json;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Resolution;
using EasDeploy.Testing;
using static EasDeploy.Core.Tests.Execution.ScriptedCloud;

namespace EasDeploy.Core.Tests.Execution;

[TestClass]
public sealed class DeploymentRecordTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 23, 6, 0, 0, 500, TimeSpan.FromHours(8));

    [TestMethod]
    public void A_running_service_is_recorded_as_its_golden_file_says() =>
        Golden.Check(Write(Result(DeploymentOutcome.Running) with { Diagnostics = [Finding(Severity.Info), Finding(Severity.Warning)] }), "Expected/record-running.json");

    [TestMethod]
    public void A_failed_service_is_recorded_with_findings_and_events() => Golden.Check(
        Write(Result(DeploymentOutcome.Failed) with
        {
            Status = "Failed",
            InternetEndpoint = "",
            Diagnostics = [Finding(Severity.Error)],
            Events =
            [
                new ServiceEvent("Warning", "Failed", "größer 模型 \"quoted\"\nsecond line", s_start.AddSeconds(80)),
                new ServiceEvent("Normal", "Created", "worker0", null),
            ],
        }),
        "Expected/record-failed.json");

    [TestMethod]
    public void A_run_that_was_killed_left_a_record_that_says_interrupted() => Golden.Check(
        DeploymentRecord.Write(DeploymentRecord.Interrupted("qwen_chat", "cn-hangzhou", isEmulator: true, s_start)), "Expected/record-interrupted.json");

    [TestMethod]
    [DataRow(DeploymentOutcome.Running, "running")]
    [DataRow(DeploymentOutcome.Accepted, "accepted")]
    [DataRow(DeploymentOutcome.Failed, "failed")]
    [DataRow(DeploymentOutcome.TimedOut, "timedOut")]
    [DataRow(DeploymentOutcome.Cancelled, "cancelled")]
    [DataRow(DeploymentOutcome.NotDeployed, "notDeployed")]
    public void Every_outcome_has_its_word(DeploymentOutcome outcome, string word) =>
        Assert.AreEqual(word, Parse(Write(Result(outcome))).GetProperty("outcome").GetString());

    [TestMethod]
    public void No_outcome_is_without_a_word_of_its_own()
    {
        string?[] words = [.. Enum.GetValues<DeploymentOutcome>().Select(outcome => Parse(Write(Result(outcome))).GetProperty("outcome").GetString())];

        Assert.HasCount(9, words.Distinct());
        Assert.DoesNotContain("interrupted", words);
    }

    [TestMethod]
    public void Every_key_is_always_there()
    {
        JsonElement ended = Parse(Write(Result(DeploymentOutcome.Running)));
        JsonElement interrupted = Parse(DeploymentRecord.Write(DeploymentRecord.Interrupted("a_b", "cn-hangzhou", false, s_start)));
        string[] keys = [.. ended.EnumerateObject().Select(property => property.Name)];

        Assert.Contains("InternetEndpoint", keys);
        Assert.Contains("IntranetEndpoint", keys);
        CollectionAssert.AreEqual(keys, interrupted.EnumerateObject().Select(property => property.Name).ToArray());
    }

    [TestMethod]
    public void The_page_describes_every_key()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "deployment-json.md"));

        foreach (JsonProperty property in Parse(Write(Result(DeploymentOutcome.Running))).EnumerateObject())
        {
            Assert.Contains($"| `{property.Name}` |", page);
        }
    }

    [TestMethod]
    public void The_same_record_is_the_same_bytes_without_byte_order_mark_or_carriage_return()
    {
        byte[] bytes = Write(Result(DeploymentOutcome.Running));

        CollectionAssert.AreEqual(bytes, Write(Result(DeploymentOutcome.Running)));
        Assert.AreEqual((byte)'{', bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.AreEqual("}\n", Encoding.UTF8.GetString(bytes[^2..]));
    }

    [TestMethod]
    public async Task The_record_of_a_recreated_service_holds_no_token()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Absent, () => Live("Failed", "qwen_chat") with { Message = Token });
        run.Cloud.OnEvents = _ => [new ServiceEvent("Warning", "Failed", Token, null)];

        DeploymentResult result = await run.RunAsync();
        string record = Encoding.UTF8.GetString(Write(result));

        Assert.Contains("EAS6901", record);
        Assert.Contains("***", record);
        Assert.DoesNotContain(Token, record);
    }

    private static byte[] Write(DeploymentResult result) => DeploymentRecord.Write(DeploymentRecord.Of(result, "cn-hangzhou", isEmulator: false));

    private static JsonElement Parse(byte[] record) => JsonDocument.Parse(record).RootElement;

    private static Diagnostic Finding(Severity severity) => new("EAS0000", severity, new SourceLocation("App.csproj", 9, 5), $"service 'qwen_chat': a {severity}.");

    private static DeploymentResult Result(DeploymentOutcome outcome) => new(
        "qwen_chat", outcome, "Running", "http://1.cn-hangzhou.pai-eas.aliyuncs.com/api/predict/qwen_chat", null, ImageFamily.VLLM, [], [], 92)
    {
        StartedAt = s_start,
        EndedAt = s_start.AddSeconds(92),
    };
}
