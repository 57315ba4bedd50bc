using System.Text.Json.Nodes;
using System.Web;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests;

/// <summary>A referee that would pass an emulator with a broken signature check, broken paging or a misspelt field is worth nothing.</summary>
[TestClass]
public sealed class BrokenEmulatorTests
{
    private const string OneClient = "@@alicloud/openapi-client";

    public required TestContext TestContext { get; set; }

    [TestMethod]
    [DataRow("signatures" + OneClient)]
    [DataRow("workspaces" + OneClient)]
    [DataRow("catalog" + OneClient)]
    [DataRow("nlb" + OneClient)]
    [DataRow("oss")]
    public async Task With_nothing_spoilt_the_referee_is_content(string section)
    {
        RefereeRun run = await JudgedAsync(section, answer => answer);

        Assert.AreEqual("", run.Failures);
        Assert.AreEqual(0, run.ExitCode, run.Problems);
        Assert.IsNotEmpty(run.Verdicts);
    }

    [TestMethod]
    [DataRow("signatures" + OneClient, "a wrong secret is refused, by ROA and by RPC")]
    [DataRow("oss", "signature v4: a wrong key and a wrong secret are told", "signature v1: a wrong key and a wrong secret are told")]
    public Task A_wrong_signature_that_passes_is_noticed(string section, params string[] checks) =>
        FailsAsync(section, LetIn, checks);

    [TestMethod]
    [DataRow("workspaces" + OneClient, "ListImages pages through every official EAS image, oldest first", "ListWorkspaces pages and turns its order")]
    [DataRow("catalog" + OneClient, "ListResources pages and filters", "ListGateway pages and filters")]
    public Task A_first_page_that_comes_again_is_noticed(string section, params string[] checks)
    {
        var first = new Dictionary<string, PassingAnswer>();
        return FailsAsync(section, answer => first.TryAdd(WithoutPageNumber(answer.Target), answer) ? answer : first[WithoutPageNumber(answer.Target)], checks);
    }

    [TestMethod]
    [DataRow("workspaces" + OneClient, "ListImages pages through every official EAS image, oldest first", "ListWorkspaces pages and turns its order")]
    public Task A_last_page_that_is_empty_is_noticed(string section, params string[] checks) => FailsAsync(section, DropLastPage, checks);

    [TestMethod]
    [DataRow("catalog" + OneClient, "GPUAmount", "DescribeMachineSpec equals the seed")]
    [DataRow("catalog" + OneClient, "GatewayId", "ListGateway equals the seed", "DescribeGateway has the details")]
    [DataRow("workspaces" + OneClient, "ImageUri", "GetImage has the row without its id")]
    [DataRow("nlb" + OneClient, "VSwitchId", "NLB ListLoadBalancers is flat and walks by NextToken")]
    [DataRow("oss", "NextContinuationToken", "signature v4: listV2 walks by continuation token and knows every size")]
    public Task A_misspelt_field_is_noticed(string section, string field, params string[] checks)
    {
        return FailsAsync(section, answer => answer with
        {
            Body = answer.Body.Replace($"\"{field}\":", $"\"{field}s\":", StringComparison.Ordinal).Replace($"{field}>", $"{field}s>", StringComparison.Ordinal),
        }, checks);
    }

    private async Task FailsAsync(string section, Func<PassingAnswer, PassingAnswer> spoil, string[] checks)
    {
        RefereeRun run = await JudgedAsync(section, spoil);

        Assert.AreNotEqual(0, run.ExitCode);
        string[] failed = [.. run.Verdicts.Where(v => !v.Ok).Select(v => v.Name)];
        Assert.IsNotEmpty(checks);
        foreach (string check in checks)
        {
            Assert.Contains(check, failed, $"{check} was not noticed; failed: {string.Join(" | ", failed)}");
        }
    }

    private async Task<RefereeRun> JudgedAsync(string section, Func<PassingAnswer, PassingAnswer> spoil)
    {
        await RefereeTests.NeedsAsync("node", "npm");
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        await using SpoilingProxy proxy = await SpoilingProxy.StartAsync(host.Address, spoil);
        return await RefereeRun.OfAsync("referee.mjs", proxy.Address, TestContext, section);
    }

    private static PassingAnswer LetIn(PassingAnswer answer) => !answer.Body.Contains("SignatureDoesNotMatch", StringComparison.Ordinal)
        ? answer
        : answer with
        {
            Status = 200,
            Body = answer.Body.StartsWith('<')
                ? "<ListAllMyBucketsResult><Buckets></Buckets></ListAllMyBucketsResult>"
                : """{"RequestId":"0","Services":[]}""",
        };

    /// <summary>Empties every page that is not full, except the first.</summary>
    private static PassingAnswer DropLastPage(PassingAnswer answer)
    {
        System.Collections.Specialized.NameValueCollection query = HttpUtility.ParseQueryString(answer.Target.Split('?', 2).ElementAtOrDefault(1) ?? "");
        if (query["PageNumber"] is null or "1" || JsonNode.Parse(answer.Body) is not JsonObject body)
        {
            return answer;
        }

        foreach ((string _, JsonNode? value) in body)
        {
            if (value is JsonArray rows && rows.Count < int.Parse(query["PageSize"] ?? "0", System.Globalization.CultureInfo.InvariantCulture))
            {
                rows.Clear();
            }
        }

        return answer with { Body = body.ToJsonString() };
    }

    private static string WithoutPageNumber(string target) =>
        string.Join('&', target.Split('?', '&').Where(p => !p.StartsWith("PageNumber=", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
}
