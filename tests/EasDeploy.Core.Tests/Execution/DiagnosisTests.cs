using System.Text;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Items;
using EasDeploy.Testing;
using static EasDeploy.Core.Tests.Execution.ScriptedCloud;

namespace EasDeploy.Core.Tests.Execution;

[TestClass]
public sealed class DiagnosisTests
{
    private const string Secret = "hunter2-hunter2";

    [TestMethod]
    public async Task A_failure_is_diagnosed_as_its_golden_files_say()
    {
        using Deployment run = Failing();

        DeploymentResult result = await run.RunAsync();

        Assert.IsNotNull(result.Diagnosis);
        StringBuilder all = new(DiagnosisText.Of(result.Diagnosis));
        foreach ((string name, byte[] content) in DiagnosisFiles.Of(result.Diagnosis))
        {
            all.Append($"\n\n==== {name}\n").Append(Encoding.UTF8.GetString(content));
        }

        Golden.Check(all.ToString(), "Expected/diagnosis.txt");
    }

    [TestMethod]
    public async Task Nothing_in_it_is_a_secret()
    {
        using Deployment run = Failing();
        run.Variables["TEAM_SECRET"] = Secret;
        run.Cloud.OnLog = _ => [$"error: token {Token} was refused", $"error: TEAM={Secret}", "error: LTAI5tAbCdEfGhIjKlMn", "error: http://user:pass@proxy:1", "error: api_key=abcdef"];
        ServiceItem item = Configs.SampleServices.Qwen() with
        {
            Environment = [Configs.SampleServices.Attached("TEAM", ("FromEnvironment", "TEAM_SECRET"))],
        };

        DeploymentResult result = await run.RunAsync(item);

        Assert.IsNotNull(result.Diagnosis);
        Assert.HasCount(10, result.Diagnosis.LogLines, "the run before the restart, and the last one");
        string files = string.Concat(DiagnosisFiles.Of(result.Diagnosis).Select(file => Encoding.UTF8.GetString(file.Content)));
        foreach (string hidden in (string[])[Token, Secret, "LTAI5t", "user:pass", "abcdef"])
        {
            Assert.DoesNotContain(hidden, files);
            Assert.DoesNotContain(hidden, run.Everything);
        }
    }

    [TestMethod]
    [DataRow("ok: secret=abc, next", "ok: secret=***, next")]
    [DataRow("Authorization: Bearer abc.def", "Authorization: Bearer ***")]
    [DataRow("\"password\": \"p@ss\"}", "\"password\": \"***\"}")]
    [DataRow("git https://me:pw@host/x", "git https://***@host/x")]
    [DataRow("key hf_abcdefghijklmnopqrst", "key ***")]
    [DataRow("max_tokens=16 of 20 tokens: fine", "max_tokens=16 of 20 tokens: fine")]
    [DataRow("http://host:8000/v1", "http://host:8000/v1")]
    public void What_looks_like_a_secret_is_blotted_out_and_the_rest_stays(string text, string shown) => Assert.AreEqual(shown, Redaction.Of(text));

    [TestMethod]
    public async Task What_cannot_be_read_is_named_with_the_policy_line_and_changes_nothing()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, Is("Failed"));
        run.Cloud.OnInstances = _ => throw Fault(CloudDiagnostics.NoPermission);
        run.Cloud.OnLog = _ => throw Fault(CloudDiagnostics.Throttled);
        run.Cloud.OnDiagnosis = _ => throw Fault(CloudDiagnostics.ServerFault);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Failed, result.Outcome);
        Assert.HasCount(3, result.Diagnosis!.Unread);
        Assert.Contains("to the Action list of a RAM policy", result.Diagnosis.Unread[0]);
    }

    [TestMethod]
    public async Task A_restarted_container_is_read_before_its_last_restart_and_many_instances_cost_few_calls()
    {
        using Deployment run = Failing();
        run.Cloud.OnInstances = _ => [.. Enumerable.Range(0, 40).Select(i => new ServiceInstance($"i-{i}", "Failed", "Error", null, null, null, null, 0, 1, 3, false, null))];
        List<LogQuery> queries = [];
        run.Cloud.OnLog = query =>
        {
            queries.Add(query);
            return [query.Previous ? "Traceback: the cause" : "INFO starting"];
        };

        DeploymentResult result = await run.RunAsync();

        CollectionAssert.AreEqual(new[] { true, false }, queries.Select(query => query.Previous).ToArray());
        Assert.IsTrue(queries.All(query => query is { Keyword: null, StartTime: null, LastPages: not null }));
        CollectionAssert.AreEqual(new[] { "Traceback: the cause" }, result.Diagnosis!.LogLines.ToArray());
        int calls = run.Cloud.Calls.SkipWhile(call => !call.StartsWith("CreateService", StringComparison.Ordinal)).Count();
        Assert.IsLessThanOrEqualTo(1 + 1 + 12, calls);
    }

    [TestMethod]
    public async Task The_name_of_a_service_is_no_sign_of_trouble()
    {
        using Deployment run = new();
        run.Cloud.Describes("oomkilled", Absent, Is("Waiting", "oomkilled"), Is("Waiting", "oomkilled"), Is("Running", "oomkilled"));
        run.Cloud.OnEvents = _ => [new ServiceEvent("Warning", "Slow", "Service oomkilled is slow", new DateTimeOffset(2026, 11, 22, 22, 0, 0, TimeSpan.Zero))];

        DeploymentResult result = await run.RunAsync(Configs.SampleServices.Item(
            "oomkilled", ("Image", "vllm:0.14.0-gpu"), ("InstanceType", Configs.SampleServices.GpuType), ("Model", Configs.SampleServices.Model)));

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome);
        Assert.Contains("Event: [Warning] Slow: Service oomkilled is slow", run.Texts);
    }

    [TestMethod]
    [DataRow("""{"containers":[{"startup_check":{"http_get":{"path":"/up","port":8000},"initial_delay_seconds":60,"period_seconds":10,"failure_threshold":300}}]}""", 3060.0, "/up")]
    [DataRow("""{"containers":[{"startup_check":{"tcp_socket":{"port":8000}},"health_check":{"http_get":{"path":"/ok"}}}]}""", 30.0, "/ok")]
    [DataRow("""{"containers":[{"port":8000}]}""", 0.0, null)]
    [DataRow("""{"containers":{"startup_check":5}}""", 0.0, null)]
    public void The_probes_of_any_document_say_how_long_a_start_may_take(string json, double budget, string? path)
    {
        StartProbe probe = StartProbe.Of(Encoding.UTF8.GetBytes(json));

        Assert.AreEqual((budget, path), (probe.Budget, probe.Path));
    }

    private static Deployment Failing()
    {
        Deployment run = new();
        run.Cloud.Describes("qwen_chat", Absent, () => Live("Failed", "qwen_chat") with { Message = "Container worker0 failed to start" });
        run.Cloud.OnEvents = _ =>
        [
            new ServiceEvent("Normal", "Pulled", "Image is pulled", At(1)), new ServiceEvent("Warning", "BackOff", "Back-off restarting failed container", At(3)),
            new ServiceEvent("Warning", "CrashLoopBackOff", "worker0\nexit code 1", At(2)), new ServiceEvent("Normal", "Untimed", "no time", null),
        ];
        run.Cloud.OnInstances = _ => [new ServiceInstance("qwen-chat-0", "Failed", "CrashLoopBackOff", "ecs.gn7i-c16g1.4xlarge", "cn-hangzhou-h", "10.1.0.2", "10.0.0.2", 0, 1, 2, false, At(0))];
        run.Cloud.OnContainers = _ => [new ServiceContainer("worker0", "vllm", "Waiting", "CrashLoopBackOff", "Terminated", "OOMKilled", 8000, 2, false)];
        run.Cloud.OnLog = query => query.Previous ? ["INFO loading", "ERROR killed while loading"] : ["INFO loading model weights", "RuntimeError: CUDA out of memory", "INFO bye"];
        run.Cloud.OnDiagnosis = _ => [new ServiceDiagnosis("OOMKilled: worker0", ["Out of memory"], ["Choose an instance type with more memory"])];
        return run;
    }

    private static DateTimeOffset At(int minute) => new(2026, 11, 22, 21, minute, 0, TimeSpan.Zero);
}
