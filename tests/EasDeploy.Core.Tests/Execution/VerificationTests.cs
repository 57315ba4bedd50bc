using System.Text.Json.Nodes;
using EasDeploy.Core.Tests.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Specs;
using static EasDeploy.Core.Tests.Execution.ScriptedCloud;

namespace EasDeploy.Core.Tests.Execution;

[TestClass]
public sealed class VerificationTests
{
    private const string Models = """{"object":"list","data":[{"id":"qwen"},{"id":"/model_dir"}]}""";

    [TestMethod]
    [DataRow(503, "")]
    [DataRow(503, "no healthy upstream")]
    [DataRow(502, "")]
    [DataRow(429, "")]
    [DataRow(404, " ")]
    [DataRow(null, "")]
    public async Task What_passes_right_after_Running_is_asked_again(int? status, string body)
    {
        using Deployment run = Running(VerifyLevel.Gateway);
        run.Probe.OnSend = (_, number) => number < 4 ? new ProbeAnswer(status, body, "the connection broke") : ScriptedProbe.Answer(200);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome);
        Assert.AreEqual(1, result.Seconds, "three pauses of half a second");
        Assert.ContainsSingle(text => text.Contains("is not ready", StringComparison.Ordinal), run.Texts);
    }

    [TestMethod]
    [DataRow(404, "{\"detail\":\"Not Found\"}")]
    [DataRow(401, "Unauthorized")]
    [DataRow(500, "")]
    [DataRow(302, "")]
    public async Task Any_other_answer_shows_that_the_gateway_lets_calls_through(int status, string body)
    {
        using Deployment run = Running(VerifyLevel.Gateway);
        run.Probe.OnSend = (_, _) => ScriptedProbe.Answer(status, body);

        Assert.AreEqual(DeploymentOutcome.Running, (await run.RunAsync()).Outcome);
        Assert.HasCount(1, run.Probe.Requests);
    }

    [TestMethod]
    public async Task A_gateway_that_stays_silent_is_an_outcome_of_its_own()
    {
        using Deployment run = Running(VerifyLevel.Gateway);
        run.Probe.OnSend = (_, _) => ScriptedProbe.Answer(503);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.NotVerified, result.Outcome);
        Assert.AreEqual("Running", result.Status);
        Assert.IsFalse(result.IsSuccess);
        Assert.HasCount(63, run.Probe.Requests);
        Assert.AreEqual(119, result.Seconds);
        Assert.IsNotNull(result.Diagnosis);
        Assert.AreEqual(
            "service 'qwen_chat' is Running, but http://1.cn-hangzhou.pai-eas.aliyuncs.com/api/predict/qwen_chat/health did not let a call through for 120 s: "
            + "HTTP 503, no instance is behind the gateway. Check that the process listens on the service's port, or set EasVerify to None to accept the status alone.",
            Assert.ContainsSingle(finding => finding.Code == "EAS6313", result.Diagnostics).Message);
    }

    [TestMethod]
    public async Task The_token_is_sent_and_never_said()
    {
        using Deployment run = Running(VerifyLevel.Model);
        run.Probe.OnSend = (_, _) => ScriptedProbe.Answer(500, $"bad token {Token}");

        await run.RunAsync();

        Assert.IsNotEmpty(run.Probe.Requests);
        Assert.IsTrue(run.Probe.Requests.All(request => request.Token.Reveal() == Token));
        Assert.DoesNotContain(Token, run.Everything);
    }

    [TestMethod]
    public async Task A_language_model_lists_its_model_and_completes_one_word()
    {
        using Deployment run = Running(VerifyLevel.Model);
        run.Probe.OnSend = (request, _) => ScriptedProbe.Answer(200, ScriptedProbe.PathOf(request) == "/v1/models" ? Models : "{}");

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome);
        CollectionAssert.AreEqual(new[] { "/health", "/v1/models", "/v1/chat/completions" }, run.Probe.Paths.ToArray());
        JsonNode body = JsonNode.Parse(run.Probe.Requests.Last().JsonBody!)!;
        Assert.AreEqual("/model_dir", body["model"]!.GetValue<string>());
        Assert.AreEqual(1, body["max_tokens"]!.GetValue<int>());
    }

    [TestMethod]
    public async Task A_model_under_another_name_is_asked_and_shown_by_that_name()
    {
        using Deployment run = Running(VerifyLevel.Model);
        run.Probe.OnSend = (_, _) => ScriptedProbe.Answer(200, """{"data":[{"id":"team/qwen"}]}""");

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual("team/qwen", result.ModelName);
        Assert.Contains("\"model\": \"team/qwen\"", run.Texts[^1]);
    }

    [TestMethod]
    [DataRow("not json")]
    [DataRow("{\"data\":[]}")]
    [DataRow("[1]")]
    [DataRow("{\"data\":[{\"id\":5}]}")]
    public async Task A_list_without_a_model_is_a_failure(string list)
    {
        using Deployment run = Running(VerifyLevel.Model);
        run.Probe.OnSend = (_, _) => ScriptedProbe.Answer(200, list);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.NotVerified, result.Outcome);
        Assert.Contains("/v1/models does not give what it should", Assert.ContainsSingle(finding => finding.Code == "EAS6314", result.Diagnostics).Message);
    }

    [TestMethod]
    public async Task Another_service_is_asked_at_its_declared_probe_until_it_is_healthy()
    {
        using Deployment run = Running(VerifyLevel.Model);
        run.Probe.OnSend = (_, number) => ScriptedProbe.Answer(number < 3 ? 503 : 200);

        DeploymentResult result = await run.RunAsync(SampleServices.Qwen(
            ("Image", "python-inference:3.12-cpu"), ("InstanceType", SampleServices.CpuType), ("Script", "python app.py"), ("HealthCheck", "http"), ("HealthCheckPath", "/ready")));

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome);
        CollectionAssert.AreEqual(new[] { "/ready", "/ready", "/ready" }, run.Probe.Paths.ToArray());
    }

    [TestMethod]
    public async Task A_declared_probe_that_says_no_is_a_failure()
    {
        using Deployment run = Running(VerifyLevel.Model);
        run.Probe.OnSend = (_, _) => ScriptedProbe.Answer(500, "no database");

        DeploymentResult result = await run.RunAsync(SampleServices.Qwen(
            ("Image", "python-inference:3.12-cpu"), ("InstanceType", SampleServices.CpuType), ("Script", "python app.py"), ("HealthCheck", "http"), ("HealthCheckPath", "/ready")));

        Assert.AreEqual(DeploymentOutcome.NotVerified, result.Outcome);
        Assert.Contains("HTTP 500, 'no database'", Assert.ContainsSingle(finding => finding.Code == "EAS6314", result.Diagnostics).Message);
    }

    [TestMethod]
    public async Task Without_a_declared_probe_only_the_gateway_is_asked_and_that_is_said()
    {
        using Deployment run = Running(VerifyLevel.Model);

        DeploymentResult result = await run.RunAsync(SampleServices.Qwen(
            ("Image", "python-inference:3.12-cpu"), ("InstanceType", SampleServices.CpuType), ("Script", "python app.py")));

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome);
        Assert.AreEqual(Severity.Info, Assert.ContainsSingle(finding => finding.Code == "EAS6903", result.Diagnostics).Severity);
        CollectionAssert.AreEqual(new[] { "/" }, run.Probe.Paths.ToArray());
    }

    [TestMethod]
    public async Task A_service_inside_a_VPC_is_not_called_and_that_is_said()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, () => Live("Running", "qwen_chat") with { InternetEndpoint = null });

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome);
        Assert.HasCount(0, run.Probe.Requests);
        Assert.AreEqual(Severity.Info, Assert.ContainsSingle(finding => finding.Code == "EAS6902", result.Diagnostics).Severity);
    }

    [TestMethod]
    public async Task A_service_that_speaks_gRPC_is_not_called()
    {
        using Deployment run = Running(VerifyLevel.Gateway);

        await run.RunAsync(SampleServices.Qwen(("Image", "python-inference:3.12-cpu"), ("InstanceType", SampleServices.CpuType), ("Script", "python app.py"), ("Grpc", "true")));

        Assert.HasCount(0, run.Probe.Requests);
        Assert.Contains(finding => finding.Code == "EAS6902", run.Findings);
    }

    [TestMethod]
    public async Task None_calls_nothing_and_asks_the_status_no_second_time()
    {
        using Deployment run = Running(VerifyLevel.None);

        Assert.AreEqual(DeploymentOutcome.Running, (await run.RunAsync()).Outcome);
        Assert.HasCount(0, run.Probe.Requests);
        Assert.AreEqual(2, run.Cloud.CountOf("DescribeService qwen_chat"));
    }

    [TestMethod]
    public async Task Ctrl_C_ends_the_verification_too()
    {
        using Deployment run = Running(VerifyLevel.Gateway);
        run.Probe.OnSend = (_, number) =>
        {
            if (number == 3)
            {
                run.Cancel();
            }

            return ScriptedProbe.Answer(503);
        };

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Cancelled, result.Outcome);
        Assert.Contains("Go on waiting with 'dotnet build -t:EasResume'", Assert.ContainsSingle(finding => finding.Code == "EAS6303", result.Diagnostics).Message);
    }

    private static Deployment Running(VerifyLevel level)
    {
        Deployment run = new() { Policy = DeploymentPolicy.Default with { Verify = level } };
        run.Cloud.Describes("qwen_chat", Absent, Is("Running"));
        return run;
    }
}
