using System.Text.Json.Nodes;
using EasDeploy.Testing;
using Microsoft.Extensions.Time.Testing;

namespace EasDeploy.Emulator.Tests.Eas;

[TestClass]
public sealed class ServiceLifeTests
{
    private const string Services = "/api/v2/services";
    private const string One = "/api/v2/services/cn-hangzhou/qwen_chat";

    [TestMethod]
    public async Task At_once_a_service_is_created_then_running_then_gone()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);

        (int created, JsonObject body) = await client.SendAsync("CreateService", "POST", Services + "?WorkspaceId=312319", Documents.Service("qwen_chat"));
        Assert.AreEqual(200, created, body.ToJsonString());
        Assert.AreEqual("Creating", Text(body, "Status"));
        JsonObject seen = await client.GetAsync("DescribeService", One);
        Assert.AreEqual("Running", Text(seen, "Status"));
        Assert.AreEqual(Text(body, "ServiceId"), Text(seen, "ServiceUid"));
        Assert.AreEqual("312319", Text(seen, "WorkspaceId"));
        Assert.AreEqual(16, seen["Cpu"]!.GetValue<int>());
        Assert.AreEqual(1, seen["RunningInstance"]!.GetValue<int>());

        Assert.AreEqual(200, (await client.SendAsync("DeleteService", "DELETE", One)).Status);
        Assert.AreEqual((404, "InvalidService.NotFound"), await client.RefusedAsync("DescribeService", "GET", One));
    }

    [TestMethod]
    public async Task By_describes_each_status_is_shown_n_times()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync("describe:2");
        using var client = new SignedClient(host.Address);
        await client.SendAsync("CreateService", "POST", Services, Documents.Service("qwen_chat"));

        var seen = new List<string>();
        for (int i = 0; i < 5; i++)
        {
            seen.Add(Text(await client.GetAsync("DescribeService", One), "Status"));
        }

        CollectionAssert.AreEqual(new[] { "Creating", "Creating", "Waiting", "Waiting", "Running" }, seen);
        await client.SendAsync("DeleteService", "DELETE", One);
        Assert.AreEqual("Deleting", Text(await client.GetAsync("DescribeService", One), "Status"));
        Assert.AreEqual("Deleting", Text(await client.GetAsync("DescribeService", One), "Status"));
        Assert.AreEqual((404, "InvalidService.NotFound"), await client.RefusedAsync("DescribeService", "GET", One));
    }

    [TestMethod]
    public async Task By_seconds_the_clock_moves_it_and_events_carry_the_moments()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        await using EmulatorHost host = await EmulatorHost.StartAsync("seconds:10", clock: clock);
        using var client = new SignedClient(host.Address) { Clock = clock };
        await client.SendAsync("CreateService", "POST", Services, Documents.Service("qwen_chat"));

        Assert.AreEqual("Creating", Text(await client.GetAsync("DescribeService", One), "Status"));
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.AreEqual("Waiting", Text(await client.GetAsync("DescribeService", One), "Status"));
        clock.Advance(TimeSpan.FromSeconds(60));
        Assert.AreEqual("Running", Text(await client.GetAsync("DescribeService", One), "Status"));

        JsonArray events = (await client.GetAsync("DescribeServiceEvent", One + "/events?StartTime=2026-01-02%2003%3A04%3A25"))["Events"]!.AsArray();
        Assert.IsNotEmpty(events);
        Assert.IsTrue(events.All(e => Text(e!, "Time") == "2026-01-02 03:04:25"), events.ToJsonString());
        Assert.AreEqual((400, "InvalidParameter"), await client.RefusedAsync("DescribeServiceEvent", "GET", One + "/events?StartTime=2026-01-02T03%3A04%3A25Z"));
    }

    [TestMethod]
    [DataRow("chip", "InstanceCrashed")]
    [DataRow("model", "ModelNotFound")]
    [DataRow("image", "ImagePullBackOff")]
    [DataRow("stock", "InsufficientResources")]
    public async Task A_document_that_cannot_work_ends_failed_with_its_event(string mistake, string reason)
    {
        string document = mistake switch
        {
            "chip" => Documents.Service("qwen_chat", type: "ecs.c7.4xlarge"),
            "model" => Documents.Service("qwen_chat", model: "oss://yqtest-model/no-such-model/"),
            "image" => Documents.Service("qwen_chat", image: Documents.GpuImage + "-typo"),
            _ => Documents.Service("qwen_chat", type: "ecs.gn7s-c8g1.2xlarge"),
        };
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        (int status, JsonObject created) = await client.SendAsync("CreateService", "POST", Services, document);
        Assert.AreEqual(200, status, created.ToJsonString());

        JsonObject seen = await client.GetAsync("DescribeService", One);
        JsonArray events = (await client.GetAsync("DescribeServiceEvent", One + "/events?EventType=Warning"))["Events"]!.AsArray();

        Assert.AreEqual(("Failed", reason), (Text(seen, "Status"), Text(seen, "Reason")));
        Assert.Contains(reason, events.Select(e => Text(e!, "Reason")).ToArray());
    }

    [TestMethod]
    public async Task Names_are_unique_across_accounts_and_strangers_are_kept_out()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        using var stranger = new SignedClient(host.Address) { AccessKeyId = EmulatorHost.OtherAccessKeyId, AccessKeySecret = EmulatorHost.OtherAccessKeySecret };
        await client.SendAsync("CreateService", "POST", Services, Documents.Service("qwen_chat"));

        Assert.AreEqual(409, (await client.SendAsync("CreateService", "POST", Services, Documents.Service("qwen_chat"))).Status);
        Assert.AreEqual(409, (await stranger.SendAsync("CreateService", "POST", Services, Documents.Service("qwen_chat"))).Status);
        Assert.AreEqual((403, "Forbidden.PrivilegeCheckFailed"), await stranger.RefusedAsync("DescribeService", "GET", One));
        Assert.AreEqual(0, (await stranger.GetAsync("ListServices", Services))["TotalCount"]!.GetValue<int>());
        Assert.AreEqual((404, "InvalidService.NotFound"), await client.RefusedAsync("DescribeService", "GET", "/api/v2/services/cn-shanghai/qwen_chat"));
    }

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();
}
