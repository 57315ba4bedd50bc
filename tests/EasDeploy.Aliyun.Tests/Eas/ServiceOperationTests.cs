using System.Text;
using EasDeploy.Aliyun.Tests.Wire;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Tests.Eas;

[TestClass]
public sealed class ServiceOperationTests
{
    private const string Gone = """{"Code":"InvalidService.NotFound","Message":"no such service","RequestId":"R"}""";

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task A_service_is_read_flat_and_its_token_stays_hidden()
    {
        using StubCloud stub = new(StubAnswer.Json(
            """
            {"ServiceName":"my_svc","Status":"Running","Reason":"RUNNING","Message":"ok","InternetEndpoint":"http://a","IntranetEndpoint":"http://b",
             "AccessToken":"canary","SafetyLock":"none","ServiceConfig":"{}","CreateTime":"2026-01-02T03:04:05Z","RunningInstance":1,"TotalInstance":"2"}
            """));
        LiveService? service = await stub.Cloud.DescribeServiceAsync("my_svc", TestContext.CancellationToken);

        Assert.AreEqual(
            new LiveService("my_svc", "Running", "RUNNING", "ok", "http://a", "http://b", new("canary"), "none", "{}", "2026-01-02T03:04:05Z", 1, 2), service);
        Assert.IsFalse(service!.ToString().Contains("canary", StringComparison.Ordinal));
        Assert.AreEqual("/api/v2/services/cn-hangzhou/my_svc", stub.Request.Target);
    }

    [TestMethod]
    public async Task A_free_name_is_no_error()
    {
        using StubCloud stub = new(StubAnswer.Json(Gone, 404));

        Assert.IsNull(await stub.Cloud.DescribeServiceAsync("my_svc", TestContext.CancellationToken));
    }

    [TestMethod]
    [DataRow(404, """{"Code":"InvalidAccessKeyId.NotFound","Message":"m"}""", "EAS7102")]
    [DataRow(404, """{"Code":"InvalidApi.NotFound","Message":"m"}""", "EAS7105")]
    [DataRow(404, "<html>proxy</html>", "EAS7005")]
    [DataRow(200, "{}", "EAS7005")]
    [DataRow(403, """{"Code":"Forbidden.PrivilegeCheckFailed","Message":"m"}""", "EAS7110")]
    public async Task Other_refusals_are_no_free_name(int status, string body, string code)
    {
        using StubCloud stub = new(StubAnswer.Json(body, status));
        CloudException refusal = await Assert.ThrowsExactlyAsync<CloudException>(
            () => stub.Cloud.DescribeServiceAsync("my_svc", TestContext.CancellationToken));

        Assert.AreEqual(code, refusal.Descriptor.Code);
    }

    [TestMethod]
    public async Task A_body_is_sent_byte_for_byte()
    {
        byte[] body = Encoding.UTF8.GetBytes("{ \"metadata\" : {\"name\":\"my_svc\"},\n \"é\":1 }");
        using StubCloud stub = new(StubAnswer.Json("""{"ServiceId":"eas-m-1","ServiceName":"my_svc","Status":"Creating","InternetEndpoint":"swapped"}"""));
        CreatedService created = await stub.Cloud.CreateServiceAsync(
            body, "123456", new Dictionary<string, string> { ["team"] = "ml \"ops\"", ["b"] = "" }, TestContext.CancellationToken);

        Assert.AreEqual(new CreatedService("my_svc", "eas-m-1", "Creating"), created);
        CollectionAssert.AreEqual(body, stub.Request.Body);
        Assert.AreEqual("POST /api/v2/services", $"{stub.Request.Method} {stub.Request.Path}");
        Assert.AreEqual("123456", stub.Request.Query("WorkspaceId"));
        Assert.AreEqual("""{"b":"","team":"ml \"ops\""}""", stub.Request.Query("Labels"));
    }

    [TestMethod]
    public async Task Without_workspace_and_labels_neither_is_sent()
    {
        using StubCloud stub = new(StubAnswer.Json("{}"));
        CreatedService created = await stub.Cloud.CreateServiceAsync(
            """{"name":"top_level"}"""u8.ToArray(), null, new Dictionary<string, string>(), TestContext.CancellationToken);

        Assert.AreEqual("/api/v2/services", stub.Request.Target);
        Assert.AreEqual("top_level", created.Name);
    }

    [TestMethod]
    public async Task A_taken_name_is_a_conflict()
    {
        using StubCloud stub = new(StubAnswer.Json("""{"Code":"ServiceNameConflict","Message":"exists"}""", 409));
        CloudException refusal = await Assert.ThrowsExactlyAsync<CloudException>(() => stub.Cloud.CreateServiceAsync(
            """{"metadata":{"name":"my_svc"}}"""u8.ToArray(), null, new Dictionary<string, string>(), TestContext.CancellationToken));

        Assert.AreEqual("EAS7106", refusal.Descriptor.Code);
        Assert.IsFalse(refusal.MayHaveBeenExecuted);
    }

    [TestMethod]
    [DataRow(200, """{"Message":"accepted"}""")]
    [DataRow(404, Gone)]
    [DataRow(204, "")]
    public async Task Deleting_is_done_when_it_is_accepted_or_gone(int status, string body)
    {
        using StubCloud stub = new(StubAnswer.Json(body, status));
        await stub.Cloud.DeleteServiceAsync("my_svc", TestContext.CancellationToken);

        Assert.AreEqual("DELETE /api/v2/services/cn-hangzhou/my_svc", $"{stub.Request.Method} {stub.Request.Target}");
    }

    [TestMethod]
    public async Task Only_the_exact_name_is_listed()
    {
        using StubCloud stub = new(StubAnswer.Json(
            """{"TotalCount":2,"Services":[{"ServiceName":"my_svc2","Status":"Failed"},{"ServiceName":"my_svc","Status":"Running"}]}"""));
        IReadOnlyList<LiveService> services = await stub.Cloud.ListServicesAsync("my_svc", TestContext.CancellationToken);

        Assert.AreEqual("my_svc", services.Single().Name);
        Assert.AreEqual("my_svc", stub.Request.Query("ServiceName"));
    }

    [TestMethod]
    public async Task Endpoints_come_per_gateway()
    {
        using StubCloud stub = new(StubAnswer.Json(
            """
            {"AccessToken":"canary","Endpoints":[
              {"EndpointType":"DefaultGateway","InternetEndpoints":["http://a"],"IntranetEndpoints":["http://b","http://c"]},
              {"EndpointType":"Nlb","Port":80}]}
            """));
        IReadOnlyList<ServiceEndpoint> endpoints = await stub.Cloud.DescribeServiceEndpointsAsync("my_svc", TestContext.CancellationToken);

        Assert.AreEqual(2, endpoints.Count);
        CollectionAssert.AreEqual(new[] { "http://b", "http://c" }, endpoints[0].IntranetEndpoints.ToArray());
        Assert.AreEqual(80, endpoints[1].Port);
        Assert.AreEqual(0, endpoints[1].InternetEndpoints.Count);
    }

    [TestMethod]
    public async Task Events_are_read_to_the_last_page_with_both_spellings_of_time()
    {
        using StubCloud stub = new(request => StubAnswer.Json(request.Query("PageNum") == "1"
            ? """{"TotalPageNum":2,"Events":[{"Type":"Normal","Reason":"Started","Message":"m","Time":"2026-01-02 03:04:05"}]}"""
            : """{"TotalPageNum":2,"Events":[{"Type":"Warning","Reason":"Failed","Message":"x","Time":"2026-01-02T03:04:06Z"},{"Time":"soon"}]}"""));
        IReadOnlyList<ServiceEvent> events = await stub.Cloud.DescribeServiceEventAsync("my_svc", TestContext.CancellationToken);

        DateTimeOffset time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        CollectionAssert.AreEqual(
            new ServiceEvent[]
            {
                new("Normal", "Started", "m", time), new("Warning", "Failed", "x", time.AddSeconds(1)), new("", "", "", null),
            },
            events.ToArray());
        Assert.AreEqual(2, stub.Stub.Requests.Count);
    }
}
