using System.Text.Json.Nodes;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests;

[TestClass]
public sealed class FaultTests
{
    private const string Services = "/api/v2/services";

    [TestMethod]
    public async Task An_answer_is_replaced_n_times_then_the_truth_comes_back()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        host.AnswerWith("ListServices", 429, times: 2, headers: ("x-acs-retry-after", "250"));

        Assert.AreEqual((429, "ServiceUnavailable"), await client.RefusedAsync("ListServices", "GET", Services));
        Assert.AreEqual((429, "ServiceUnavailable"), await client.RefusedAsync("ListServices", "GET", Services));
        await client.GetAsync("ListServices", Services);
        CollectionAssert.AreEqual(new[] { 429, 429, 200 }, host.RequestsOf("ListServices").Select(r => r.Status).ToArray());
    }

    [TestMethod]
    public async Task A_lost_answer_leaves_the_write_done()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        host.LoseAnswer("CreateService");

        await Assert.ThrowsExactlyAsync<HttpRequestException>(() => client.SendAsync("CreateService", "POST", Services, Documents.Service("qwen_chat")));

        Assert.AreEqual("Running", (await client.GetAsync("DescribeService", Services + "/cn-hangzhou/qwen_chat"))["Status"]!.GetValue<string>());
    }

    [TestMethod]
    public async Task A_cut_connection_before_the_write_leaves_nothing()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        host.Reset("CreateService");

        await Assert.ThrowsExactlyAsync<HttpRequestException>(() => client.SendAsync("CreateService", "POST", Services, Documents.Service("qwen_chat")));

        Assert.AreEqual((404, "InvalidService.NotFound"), await client.RefusedAsync("DescribeService", "GET", Services + "/cn-hangzhou/qwen_chat"));
    }

    [TestMethod]
    public async Task A_truncated_body_is_no_json_and_half_a_body_is_no_answer()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        host.Inject(new Fault { Action = "*", Kind = FaultKind.TruncatedBody });
        host.Inject(new Fault { Action = "*", Kind = FaultKind.ResetMidBody });

        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => client.SendAsync("ListServices", "GET", Services));
        await Assert.ThrowsAsync<Exception>(() => client.SendAsync("ListServices", "GET", Services));
        await client.GetAsync("ListServices", Services);
    }

    [TestMethod]
    public async Task The_journal_has_action_path_and_query_in_order()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        await client.GetAsync("ListServices", Services + "?PageSize=3");
        await client.RefusedAsync("Anything", "GET", "/nowhere");

        (string?, string, string, int)[] seen = [.. host.Requests.Select(r => (r.Action, r.Path, r.Query, r.Status))];

        CollectionAssert.AreEqual(new (string?, string, string, int)[] { ("ListServices", Services, "PageSize=3", 200), (null, "/nowhere", "", 404) }, seen);
    }
}
