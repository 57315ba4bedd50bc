using System.Text.Json.Nodes;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests.Operations;

[TestClass]
public sealed class StrictnessTests
{
    [TestMethod]
    [DataRow("ListServices", "GET", "/api/v2/services?Colour=red", null, 400, "InvalidParameter")]
    [DataRow("ListServices", "GET", "/api/v2/services?PageSize=many", null, 400, "InvalidParameter")]
    [DataRow("ListServices", "GET", "/api/v2/services?PageNumber=0", null, 400, "InvalidParameter")]
    [DataRow("ListServices", "GET", "/api/v2/services?IncludeNoWorkspace=perhaps", null, 400, "InvalidParameter")]
    [DataRow("ListServices", "GET", "/api/v2/services?Label=team%3Dml", null, 400, "InvalidParameter")]
    [DataRow("ListServices", "GET", "/api/v2/services?Order=up", null, 400, "InvalidParameter")]
    [DataRow("ListServices", "GET", "/api/v3/services", null, 404, "InvalidApi.NotFound")]
    [DataRow("ListServices", "PATCH", "/api/v2/services", null, 404, "InvalidApi.NotFound")]
    [DataRow("CreateServices", "POST", "/api/v2/services", "{}", 404, "InvalidAction.NotFound")]
    [DataRow("CreateService", "POST", "/api/v2/services", null, 400, "MissingParameter.body")]
    [DataRow("CreateService", "POST", "/api/v2/services", "[]", 400, "InvalidParameter")]
    [DataRow("CreateService", "POST", "/api/v2/services", "{\"metadata\":{}", 400, "InvalidParameter")]
    [DataRow("CreateService", "POST", "/api/v2/services", "{\"metadata\":{},\"metadata\":{}}", 400, "InvalidParameter")]
    [DataRow("DeleteService", "DELETE", "/api/v2/services/cn-hangzhou/abc", "{}", 400, "InvalidParameter")]
    public async Task What_is_not_declared_is_refused(string action, string method, string target, string? body, int status, string code)
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);

        Assert.AreEqual((status, code), await client.RefusedAsync(action, method, target, body));
    }

    [TestMethod]
    public async Task Another_version_of_the_product_is_not_found()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);

        Assert.AreEqual((404, "InvalidApi.NotFound"), await client.RefusedAsync("ListServices", "GET", "/api/v2/services", version: "2019-01-01"));
    }

    [TestMethod]
    public async Task A_loose_emulator_passes_over_unknown_fields_but_not_over_wrong_types()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync(loose: true);
        using var client = new SignedClient(host.Address);

        await client.GetAsync("ListServices", "/api/v2/services?Colour=red");
        Assert.AreEqual(200, (await client.SendAsync("CreateService", "POST", "/api/v2/services", Documents.Service("qwen_chat", more: ", \"colour\": 1"))).Status);
        Assert.AreEqual((400, "InvalidParameter"), await client.RefusedAsync("ListServices", "GET", "/api/v2/services?PageSize=many"));
    }

    [TestMethod]
    [DataRow(", \"colour\": 1", "colour")]
    [DataRow(", \"networking\": { \"gatway\": \"x\" }", "networking.gatway")]
    [DataRow(", \"networking\": { \"nlb\": [{ \"id\": \"default\", \"listener_port\": 9090, \"net_type\": \"intranet\" }] }", "vswitch can not be null")]
    [DataRow(", \"autoscaler\": { \"min\": 2, \"max\": 2, \"scaleStrategies\": [{ \"metricName\": \"qps\", \"threshold\": 10 }] }", "autoscaler.max")]
    [DataRow(", \"autoscaler\": { \"min_replica\": 1 }", "autoscaler.min_replica")]
    [DataRow(", \"name\": \"other_name\"", "differ")]
    public async Task A_document_the_service_would_not_understand_is_refused_by_name(string more, string named)
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);

        (int status, JsonObject body) = await client.SendAsync("CreateService", "POST", "/api/v2/services", Documents.Service("qwen_chat", more: more));

        Assert.AreEqual(400, status);
        Assert.Contains(named, body["Message"]!.GetValue<string>());
    }

    [TestMethod]
    public async Task Both_forms_of_the_name_are_taken_when_they_agree()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);

        Assert.AreEqual(200, (await client.SendAsync("CreateService", "POST", "/api/v2/services", Documents.Service("qwen_chat", more: ", \"name\": \"qwen_chat\""))).Status);
    }

    [TestMethod]
    [DataRow("Qwen-Chat", "service name")]
    [DataRow("ab", "service name")]
    public async Task A_name_outside_the_published_letters_is_refused(string name, string named)
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);

        (int status, JsonObject body) = await client.SendAsync("CreateService", "POST", "/api/v2/services", Documents.Service(name));

        Assert.AreEqual(400, status);
        Assert.Contains(named, body["Message"]!.GetValue<string>());
    }
}
