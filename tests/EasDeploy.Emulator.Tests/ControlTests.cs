using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests;

[TestClass]
public sealed class ControlTests
{
    private const string Services = "/api/v2/services";
    private const string One = Services + "/cn-hangzhou/qwen_chat";

    [TestMethod]
    public async Task Faults_are_added_listed_and_cleared_by_call()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var client = new SignedClient(host.Address);

        await SendAsync(http, HttpMethod.Post, "_control/faults", """{"action":"ListServices","fault":"throttled-with-hint","times":2}""");
        Assert.HasCount(1, (await SendAsync(http, HttpMethod.Get, "_control/faults"))["faults"]!.AsArray());
        Assert.AreEqual((429, "Throttling.Api"), await client.RefusedAsync("ListServices", "GET", Services));
        await SendAsync(http, HttpMethod.Delete, "_control/faults");
        await client.GetAsync("ListServices", Services);
        Assert.Contains("no fault is named", (await SendAsync(http, HttpMethod.Post, "_control/faults", """{"fault":"none"}""", HttpStatusCode.BadRequest))["message"]!.GetValue<string>());
        await SendAsync(http, HttpMethod.Post, "_control/faults", """{"colour":"red"}""", HttpStatusCode.BadRequest);
    }

    [TestMethod]
    public async Task Every_named_fault_can_be_had()
    {
        Assert.IsNotEmpty(NamedFaults.Names);
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };

        foreach (string name in NamedFaults.Names)
        {
            JsonObject added = await SendAsync(http, HttpMethod.Post, "_control/faults", $$"""{"action":"X","fault":"{{name}}"}""");
            Assert.AreEqual("X", added["action"]!.GetValue<string>());
        }
    }

    [TestMethod]
    public async Task A_fault_by_chance_is_the_same_for_the_same_seed_and_can_start_late()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        var runs = new List<string>();
        for (int run = 0; run < 2; run++)
        {
            host.ClearFaults();
            host.Inject(new Fault { Action = "ListServices", Times = 0, Probability = 0.5, Seed = 7, After = 2 });
            var line = new StringBuilder();
            for (int call = 0; call < 20; call++)
            {
                line.Append((await client.SendAsync("ListServices", "GET", Services)).Status == 200 ? '.' : 'x');
            }

            runs.Add(line.ToString());
        }

        Assert.AreEqual(runs[0], runs[1]);
        Assert.StartsWith("..", runs[0]);
        Assert.Contains('x', runs[0]);
        Assert.Contains('.', runs[0][2..]);
    }

    [TestMethod]
    public async Task State_goes_out_and_comes_back_with_its_way_ahead()
    {
        await using EmulatorHost first = await EmulatorHost.StartAsync("describe:1");
        await using EmulatorHost second = await EmulatorHost.StartAsync("describe:1");
        using var http = new HttpClient();
        using var client = new SignedClient(first.Address);
        await client.SendAsync("CreateService", "POST", Services, Documents.Service("qwen_chat"));
        await client.GetAsync("DescribeService", One);

        JsonObject state = await SendAsync(http, HttpMethod.Get, new Uri(first.Address, "_control/state").AbsoluteUri);
        await SendAsync(http, HttpMethod.Put, new Uri(second.Address, "_control/state").AbsoluteUri, state.ToJsonString());
        using var other = new SignedClient(second.Address);
        JsonObject here = await client.GetAsync("DescribeService", One);
        JsonObject there = await other.GetAsync("DescribeService", One);

        Assert.AreEqual("Waiting", there["Status"]!.GetValue<string>());
        foreach (string field in (string[])["ServiceId", "AccessToken", "ServiceConfig", "Status", "CreateTime"])
        {
            Assert.AreEqual(here[field]!.ToJsonString(), there[field]!.ToJsonString());
        }

        Assert.AreEqual("Running", (await other.GetAsync("DescribeService", One))["Status"]!.GetValue<string>());
        await SendAsync(http, HttpMethod.Put, new Uri(second.Address, "_control/state").AbsoluteUri, """{"services":[{"name":1}]}""", HttpStatusCode.BadRequest);
    }

    [TestMethod]
    public async Task Everything_a_service_has_is_in_the_state()
    {
        await using EmulatorHost first = await EmulatorHost.StartAsync();
        await using EmulatorHost second = await EmulatorHost.StartAsync();
        using var http = new HttpClient();
        using var client = new SignedClient(first.Address);
        await client.SendAsync("CreateService", "POST", Services, Documents.Service("qwen_chat"));
        string instance = (await client.GetAsync("ListServiceInstances", One + "/instances"))["Instances"]![0]!["InstanceName"]!.GetValue<string>();
        await client.SendAsync("UpdateService", "PUT", One, """{"metadata":{"disk":30}}""");
        await client.GetAsync("DescribeService", One);
        await client.SendAsync("UpdateServiceInstance", "PUT", $"{One}/instances/{instance}", """{"Isolate":true}""");
        await client.SendAsync("UpdateServiceLabel", "PUT", One + "/label", """{"Labels":{"team":"ml ops"}}""");
        await client.SendAsync("CreateServiceAutoScaler", "POST", One + "/autoscaler", """{"min":1,"max":3,"scaleStrategies":[{"metricName":"qps","threshold":10}]}""");
        await client.SendAsync("CreateServiceCronScaler", "POST", One + "/cronscaler", """{"ScaleJobs":[{"Name":"day","Schedule":"0 0 8 * * *","TargetSize":3}]}""");
        await client.SendAsync("UpdateServiceSafetyLock", "PUT", One + "/lock", """{"Lock":"dangerous"}""");

        JsonObject state = await SendAsync(http, HttpMethod.Get, new Uri(first.Address, "_control/state").AbsoluteUri);
        await SendAsync(http, HttpMethod.Put, new Uri(second.Address, "_control/state").AbsoluteUri, state.ToJsonString());
        JsonObject again = await SendAsync(http, HttpMethod.Get, new Uri(second.Address, "_control/state").AbsoluteUri);

        Assert.AreEqual(state.ToJsonString(), again.ToJsonString());
        using var other = new SignedClient(second.Address);
        foreach ((string action, string path, string kept) in ((string, string, string)[])
        [
            ("DescribeService", "", "dangerous"), ("DescribeService", "", "ml ops"), ("ListServiceInstances", "/instances", "\"Isolated\":true"),
            ("DescribeServiceAutoScaler", "/autoscaler", "qps"), ("DescribeServiceCronScaler", "/cronscaler", "0 0 8 * * *"),
            ("ListServiceVersions", "/versions", "disk"), ("DescribeServiceEvent", "/events", "Updated"), ("DescribeServiceEndpoints", "/endpoints", "DefaultGateway"),
        ])
        {
            string there = await TextAsync(other, second.Address, action, path);
            Assert.AreEqual(await TextAsync(client, first.Address, action, path), there, action);
            Assert.Contains(kept, there);
        }
    }

    [TestMethod]
    public async Task A_life_cycle_is_planned_before_and_changed_after_creation()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var client = new SignedClient(host.Address);
        host.PlanLifeCycle("qwen_chat", "oom");
        await client.SendAsync("CreateService", "POST", Services, Documents.Service("qwen_chat"));
        Assert.AreEqual("OOMKilled", (await client.GetAsync("DescribeService", One))["Reason"]!.GetValue<string>());

        await SendAsync(http, HttpMethod.Put, "_control/lifecycles/qwen_chat", """{"name":"healthy"}""");

        Assert.AreEqual("Running", (await client.GetAsync("DescribeService", One))["Status"]!.GetValue<string>());
    }

    [TestMethod]
    public async Task The_journal_can_be_read_and_forgotten()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var client = new SignedClient(host.Address);
        await client.GetAsync("ListServices", Services + "?PageSize=5");

        JsonObject journal = await SendAsync(http, HttpMethod.Get, "_control/requests?action=ListServices");
        Assert.AreEqual("PageSize=5", journal["requests"]!.AsArray().Single()!["query"]!.GetValue<string>());
        Assert.DoesNotContain("Signature", journal.ToJsonString());
        await SendAsync(http, HttpMethod.Delete, "_control/requests");
        Assert.HasCount(0, host.Requests);
    }

    [TestMethod]
    public async Task The_journal_has_stars_where_a_secret_stood()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        (await http.GetAsync("/?Action=GetCallerIdentity&Version=2015-04-01&AccessKeyId=me&security%2Dtoken=tok&Signature=sig%3D&BearerToken=bear&x=Signature")).Dispose();
        (await http.GetAsync("/?Action=AssumeRoleWithOIDC&Version=2015-04-01&OIDCToken=jwt&RoleSessionName=Signature%3Dx&Signature")).Dispose();

        Assert.AreEqual(
            "Action=GetCallerIdentity&Version=2015-04-01&AccessKeyId=me&security-token=***&Signature=***&BearerToken=***&x=Signature",
            host.RequestsOf("GetCallerIdentity").Single().Query);
        Assert.AreEqual(
            "Action=AssumeRoleWithOIDC&Version=2015-04-01&OIDCToken=***&RoleSessionName=Signature%3Dx&Signature",
            host.RequestsOf("AssumeRoleWithOIDC").Single().Query);
    }

    [TestMethod]
    public async Task A_page_of_another_site_cannot_steer_it()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var crossSite = new HttpRequestMessage(HttpMethod.Post, "_control/shutdown") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var rebound = new HttpRequestMessage(HttpMethod.Get, "_control/state") { Headers = { Host = "evil.example" } };

        Assert.AreEqual(HttpStatusCode.Forbidden, (await http.SendAsync(crossSite)).StatusCode);
        Assert.AreEqual(HttpStatusCode.Forbidden, (await http.SendAsync(rebound)).StatusCode);
    }

    [TestMethod]
    public async Task The_console_page_needs_nothing_from_elsewhere()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };

        HttpResponseMessage page = await http.GetAsync("/");
        string html = await page.Content.ReadAsStringAsync();

        Assert.AreEqual("/console", page.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.AreEqual("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("emulator", html);
        Assert.DoesNotContain("src=", html);
        Assert.DoesNotContain("href=", html);
    }

    private static async Task<JsonObject> SendAsync(HttpClient http, HttpMethod method, string target, string? body = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(method, target) { Content = body is null ? null : new StringContent(body) };
        HttpResponseMessage answer = await http.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.AreEqual(expected, answer.StatusCode, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <returns>An answer without what differs between two emulators: its id and its address.</returns>
    private static async Task<string> TextAsync(SignedClient client, Uri address, string action, string path)
    {
        JsonObject answer = await client.GetAsync(action, One + path);
        answer.Remove("RequestId");
        return answer.ToJsonString().Replace(address.Authority, "", StringComparison.Ordinal);
    }
}
