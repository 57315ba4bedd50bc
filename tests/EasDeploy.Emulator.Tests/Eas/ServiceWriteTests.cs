using System.Text.Json.Nodes;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests.Eas;

[TestClass]
public sealed class ServiceWriteTests
{
    private const string Services = "/api/v2/services";
    private const string One = Services + "/cn-hangzhou/qwen_chat";

    [TestMethod]
    public async Task A_merge_keeps_what_it_does_not_name_and_makes_a_new_version()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using SignedClient client = await CreatedAsync(host);

        await DoneAsync(client, "UpdateService", "PUT", One + "?UpdateType=merge", """{"metadata":{"disk":30},"runtime":{"termination_grace_period":60}}""");
        JsonObject seen = await client.GetAsync("DescribeService", One);
        JsonNode config = JsonNode.Parse(Text(seen, "ServiceConfig"))!;

        Assert.AreEqual(("Running", 2, 2), (Text(seen, "Status"), seen["CurrentVersion"]!.GetValue<int>(), seen["LatestVersion"]!.GetValue<int>()));
        Assert.AreEqual(30, config["metadata"]!["disk"]!.GetValue<int>());
        Assert.AreEqual(Documents.GpuImage, config["containers"]![0]!["image"]!.GetValue<string>());
    }

    [TestMethod]
    public async Task A_replacement_forgets_the_rest_and_an_older_version_can_come_back()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using SignedClient client = await CreatedAsync(host);

        await DoneAsync(client, "UpdateService", "PUT", One + "?UpdateType=replace", Documents.Service("qwen_chat", type: "ecs.gn6i-c4g1.xlarge"));
        Assert.AreEqual(4, (await client.GetAsync("DescribeService", One))["Cpu"]!.GetValue<int>());
        Assert.AreEqual(2, (await client.GetAsync("ListServiceVersions", One + "/versions"))["TotalCount"]!.GetValue<int>());
        Assert.AreEqual((400, "InvalidParameter"), await client.RefusedAsync("UpdateServiceVersion", "PUT", One + "/version", """{"Version":2}"""));
        Assert.AreEqual((400, "MissingParameter.Version"), await client.RefusedAsync("UpdateServiceVersion", "PUT", One + "/version", "{}"));
        await DoneAsync(client, "UpdateServiceVersion", "PUT", One + "/version", """{"Version":1}""");

        JsonObject seen = await client.GetAsync("DescribeService", One);
        Assert.AreEqual((16, 1, 2), (seen["Cpu"]!.GetValue<int>(), seen["CurrentVersion"]!.GetValue<int>(), seen["LatestVersion"]!.GetValue<int>()));
    }

    [TestMethod]
    public async Task A_failed_update_leaves_the_old_instances_serving()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using SignedClient client = await CreatedAsync(host);

        await DoneAsync(client, "UpdateService", "PUT", One + "?UpdateType=replace", Documents.Service("qwen_chat", type: "ecs.c7.4xlarge"));
        JsonObject seen = await client.GetAsync("DescribeService", One);

        Assert.AreEqual(("Failed", 1), (Text(seen, "Status"), seen["RunningInstance"]!.GetValue<int>()));
    }

    [TestMethod]
    public async Task A_write_during_a_transition_is_a_conflict_but_delete_is_taken()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync("describe:3");
        using SignedClient client = await CreatedAsync(host);

        Assert.AreEqual((409, "InvalidService.StatusConflict"), await client.RefusedAsync("UpdateService", "PUT", One, """{"metadata":{"disk":30}}"""));
        await DoneAsync(client, "DeleteService", "DELETE", One);
        Assert.AreEqual("Deleting", Text(await client.GetAsync("DescribeService", One), "Status"));
    }

    [TestMethod]
    public async Task Stop_start_restart_and_scale_go_their_ways()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync("describe:1");
        using SignedClient client = await CreatedAsync(host);
        await StatusesAsync(client, "Creating", "Waiting", "Running");

        await DoneAsync(client, "StopService", "PUT", One + "/stop");
        await StatusesAsync(client, "Stopping", "Stopped");
        Assert.AreEqual((409, "InvalidService.StatusConflict"), await client.RefusedAsync("RestartService", "PUT", One + "/restart"));
        await DoneAsync(client, "StartService", "PUT", One + "/start");
        await StatusesAsync(client, "Starting", "Waiting", "Running");
        await DoneAsync(client, "RestartService", "PUT", One + "/restart");
        await StatusesAsync(client, "Waiting", "Running");
        await DoneAsync(client, "ScaleService", "PUT", One + "/scale", """{"Instance":3}""");
        await StatusesAsync(client, "Scaling", "Running");
        Assert.AreEqual(3, (await client.GetAsync("ListServiceInstances", One + "/instances"))["TotalCount"]!.GetValue<int>());
    }

    [TestMethod]
    public async Task A_safety_lock_holds_back_delete_and_stop()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using SignedClient client = await CreatedAsync(host);

        await DoneAsync(client, "UpdateServiceSafetyLock", "PUT", One + "/lock", """{"Lock":"dangerous"}""");
        Assert.AreEqual((403, "Forbidden.SafetyLock"), await client.RefusedAsync("DeleteService", "DELETE", One));
        Assert.AreEqual((403, "Forbidden.SafetyLock"), await client.RefusedAsync("StopService", "PUT", One + "/stop"));
        await DoneAsync(client, "RestartService", "PUT", One + "/restart");
        await DoneAsync(client, "UpdateServiceSafetyLock", "PUT", One + "/lock", """{"Lock":"none"}""");
        await DoneAsync(client, "DeleteService", "DELETE", One);
    }

    [TestMethod]
    public async Task Labels_are_written_as_a_map_and_read_as_a_list()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using SignedClient client = await CreatedAsync(host);

        await DoneAsync(client, "UpdateServiceLabel", "PUT", One + "/label", """{"Labels":{"a":"1","b":"2"}}""");
        Assert.AreEqual("""[{"LabelKey":"a","LabelValue":"1"},{"LabelKey":"b","LabelValue":"2"}]""", (await client.GetAsync("DescribeService", One))["Labels"]!.ToJsonString());
        await DoneAsync(client, "DeleteServiceLabel", "DELETE", One + "/label?LabelKeys=%5B%22a%22%5D");
        Assert.AreEqual("""[{"LabelKey":"b","LabelValue":"2"}]""", (await client.GetAsync("DescribeService", One))["Labels"]!.ToJsonString());
    }

    [TestMethod]
    public async Task An_autoscaler_is_created_once_shown_by_other_names_and_deleted()
    {
        const string Body = """{"min":1,"max":3,"scaleStrategies":[{"metricName":"qps","threshold":10}]}""";
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using SignedClient client = await CreatedAsync(host);

        await DoneAsync(client, "CreateServiceAutoScaler", "POST", One + "/autoscaler", Body);
        Assert.AreEqual((409, "InvalidAutoScaler.AlreadyExists"), await client.RefusedAsync("CreateServiceAutoScaler", "POST", One + "/autoscaler", Body));
        Assert.AreEqual(3, (await client.GetAsync("DescribeServiceAutoScaler", One + "/autoscaler"))["MaxReplica"]!.GetValue<int>());
        Assert.IsTrue((await client.GetAsync("DescribeService", One))["AutoscalerEnabled"]!.GetValue<bool>());
        await DoneAsync(client, "DeleteServiceAutoScaler", "DELETE", One + "/autoscaler");
        Assert.AreEqual((404, "InvalidAutoScaler.NotFound"), await client.RefusedAsync("DescribeServiceAutoScaler", "GET", One + "/autoscaler"));
    }

    [TestMethod]
    public async Task Aliases_of_a_setting_are_moved_to_the_preferred_place_and_the_token_is_hidden()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        string document = Documents.Service("qwen_chat", more: ", \"token\": \"my-own-token\"").Replace("\"instance\": 1", "\"instance\": 1, \"eas.termination_grace_period\": 45, \"rpc\": { \"keepalive\": 9000 }", StringComparison.Ordinal);
        await DoneAsync(client, "CreateService", "POST", Services, document);

        JsonObject seen = await client.GetAsync("DescribeService", One);
        JsonNode config = JsonNode.Parse(Text(seen, "ServiceConfig"))!;

        Assert.AreEqual("my-own-token", Text(seen, "AccessToken"));
        Assert.DoesNotContain("my-own-token", Text(seen, "ServiceConfig"));
        Assert.AreEqual(45, config["runtime"]!["termination_grace_period"]!.GetValue<int>());
        Assert.AreEqual(9000, config["rpc"]!["keepalive"]!.GetValue<int>());
        Assert.AreEqual("worker0", config["containers"]![0]!["name"]!.GetValue<string>());
        Assert.IsNull(config["metadata"]!["eas.termination_grace_period"]);
    }

    [TestMethod]
    [DataRow("no-stock", "InsufficientResources")]
    [DataRow("image-pull-error", "ImagePullBackOff")]
    [DataRow("crash-loop", "CrashLoopBackOff")]
    [DataRow("oom", "OOMKilled")]
    [DataRow("chip-mismatch", "InstanceCrashed")]
    [DataRow("model-not-found", "ModelNotFound")]
    [DataRow("probe-fails", "Unhealthy")]
    public async Task A_label_chooses_a_life_cycle_that_fails(string name, string reason)
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        await DoneAsync(client, "CreateService", "POST", Services, Documents.Service("qwen_chat", more: $", \"labels\": {{ \"emulator.lifecycle\": \"{name}\" }}"));

        JsonObject seen = await client.GetAsync("DescribeService", One);
        JsonArray diagnosis = (await client.GetAsync("DescribeServiceDiagnosis", One + "/diagnosis"))["DiagnosisList"]!.AsArray();

        Assert.AreEqual(("Failed", reason), (Text(seen, "Status"), Text(seen, "Reason")));
        Assert.StartsWith(reason, Text(diagnosis.Single()!, "Error"));
    }

    [TestMethod]
    public async Task A_deletion_can_fail_and_a_start_can_hang()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        await DoneAsync(client, "CreateService", "POST", Services, Documents.Service("qwen_chat", more: ", \"labels\": { \"emulator.lifecycle\": \"delete-fails\" }"));
        await DoneAsync(client, "CreateService", "POST", Services, Documents.Service("stuck_one", more: ", \"labels\": { \"emulator.lifecycle\": \"stuck\" }"));

        await DoneAsync(client, "DeleteService", "DELETE", One);
        await StatusesAsync(client, "DeleteFailed", "DeleteFailed");
        Assert.AreEqual("Waiting", Text(await client.GetAsync("DescribeService", Services + "/cn-hangzhou/stuck_one"), "Status"));
    }

    private static async Task<SignedClient> CreatedAsync(EmulatorHost host)
    {
        var client = new SignedClient(host.Address);
        await DoneAsync(client, "CreateService", "POST", Services, Documents.Service("qwen_chat"));
        return client;
    }

    private static async Task DoneAsync(SignedClient client, string action, string method, string target, string? body = null)
    {
        (int status, JsonObject answer) = await client.SendAsync(action, method, target, body);
        Assert.AreEqual(200, status, answer.ToJsonString());
    }

    private static async Task StatusesAsync(SignedClient client, params string[] expected)
    {
        var seen = new List<string>();
        for (int i = 0; i < expected.Length; i++)
        {
            seen.Add(Text(await client.GetAsync("DescribeService", One), "Status"));
        }

        CollectionAssert.AreEqual(expected, seen);
    }

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();
}
