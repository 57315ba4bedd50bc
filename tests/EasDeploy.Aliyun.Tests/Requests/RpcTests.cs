using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Ecs;
using EasDeploy.Aliyun.Nlb;
using EasDeploy.Aliyun.Sts;
using EasDeploy.Aliyun.Tests.Wire;
using EasDeploy.Aliyun.Vpc;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Tests.Requests;

/// <summary>Products whose operations are named in a header, with lists wrapped or flat, paged or followed.</summary>
[TestClass]
public sealed class RpcTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_wrapped_list_is_followed_by_its_tokens()
    {
        using StubCloud stub = new(request => StubAnswer.Json(request.Query("NextToken") switch
        {
            null => """{"NextToken":"t1","SecurityGroups":{"SecurityGroup":[{"SecurityGroupId":"sg-1","SecurityGroupName":"a","VpcId":"vpc-1","SecurityGroupType":"normal"}]}}""",
            "t1" => """{"NextToken":"","SecurityGroups":{"SecurityGroup":[{"SecurityGroupId":"sg-2"}]}}""",
            var other => throw new InvalidOperationException(other),
        }));
        var groups = await stub.Cloud.Ecs.DescribeSecurityGroupsAsync("vpc-1", Ct);

        Assert.AreEqual(new SecurityGroup("sg-1", "a", "vpc-1", "normal", null, IsServiceManaged: false), groups[0]);
        Assert.AreEqual(2, groups.Length);
        StubRequest first = stub.Stub.Requests[0];
        Assert.AreEqual("POST /?MaxResults=100&RegionId=cn-hangzhou&VpcId=vpc-1", $"{first.Method} {first.Target}");
        Assert.AreEqual(("DescribeSecurityGroups", "2014-05-26"), (first.Headers["x-acs-action"], first.Headers["x-acs-version"]));
        Assert.IsFalse(first.Headers.ContainsKey("content-type"));
    }

    [TestMethod]
    public async Task A_token_that_comes_again_ends_the_list()
    {
        using StubCloud stub = new(StubAnswer.Json("""{"NextToken":"same","LoadBalancers":[{"LoadBalancerId":"nlb-1"}]}"""));
        await stub.Cloud.Nlb.ListLoadBalancersAsync(null, Ct);

        Assert.AreEqual(2, stub.Stub.Requests.Count);
    }

    [TestMethod]
    public async Task A_wrapped_list_is_paged()
    {
        using StubCloud stub = new(request => StubAnswer.Json(
            $$"""{"TotalCount":2,"Vpcs":{"Vpc":[{"VpcId":"vpc-{{request.Query("PageNumber")}}","VpcName":"n","Status":"Available","CidrBlock":"10.0.0.0/8"}]} }"""));
        var networks = await stub.Cloud.Vpc.DescribeVpcsAsync(null, Ct);

        Assert.AreEqual(new VirtualNetwork("vpc-1", "n", "Available", "10.0.0.0/8", false), networks[0]);
        Assert.AreEqual(2, networks.Length);
        Assert.AreEqual("50", stub.Stub.Requests[0].Query("PageSize"));
    }

    [TestMethod]
    public async Task Zones_of_vSwitches_are_read()
    {
        using StubCloud stub = new(StubAnswer.Json(
            """{"TotalCount":1,"VSwitches":{"VSwitch":[{"VSwitchId":"vsw-1","VSwitchName":"n","VpcId":"vpc-1","ZoneId":"cn-hangzhou-h","AvailableIpAddressCount":240,"Status":"Available"}]}}"""));
        var switches = await stub.Cloud.Vpc.DescribeVSwitchesAsync("vpc-1", null, Ct);

        Assert.AreEqual(new VSwitch("vsw-1", "n", "vpc-1", "cn-hangzhou-h", null, 240, "Available"), switches.Single());
    }

    [TestMethod]
    public async Task A_load_balancer_is_flat_and_spells_VSwitchId_so()
    {
        using StubCloud stub = new(StubAnswer.Json(
            """
            {"LoadBalancerId":"nlb-1","LoadBalancerName":"n","LoadBalancerStatus":"Active","AddressType":"Intranet","VpcId":"vpc-1","DNSName":"d",
             "ZoneMappings":[{"ZoneId":"cn-hangzhou-h","VSwitchId":"vsw-1"}],"Tags":[{"TagKey":"a","TagValue":"b"}]}
            """));
        LoadBalancer balancer = await stub.Cloud.Nlb.GetLoadBalancerAttributeAsync("nlb-1", Ct);

        Assert.AreEqual(("nlb-1", "Active", "Intranet", "d"), (balancer.Id, balancer.Status, balancer.AddressType, balancer.DnsName));
        Assert.AreEqual(new ZoneMapping("cn-hangzhou-h", "vsw-1"), balancer.ZoneMappings.Single());
    }

    [TestMethod]
    public async Task A_role_is_assumed_with_a_signed_form()
    {
        using StubCloud stub = new(StubAnswer.Json(
            """{"Credentials":{"AccessKeyId":"STS.1","AccessKeySecret":"s","SecurityToken":"t","Expiration":"2026-01-02T03:04:05Z"}}"""));
        AccessKey key = await stub.Cloud.Sts.AssumeRoleAsync(new RoleRequest("acs:ram::1:role/r", Policy: "{}"), Ct);

        Assert.AreEqual(new AccessKey("STS.1", new("s"), new("t"), new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)), key);
        Assert.AreEqual(
            "DurationSeconds=3600&Policy=%7B%7D&RoleArn=acs%3Aram%3A%3A1%3Arole%2Fr&RoleSessionName=easdeploy",
            System.Text.Encoding.ASCII.GetString(stub.Request.Body));
        Assert.AreEqual("application/x-www-form-urlencoded", stub.Request.Headers["content-type"]);
        StringAssert.Contains(stub.Request.Headers["authorization"], "SignedHeaders=content-type;host;");
    }

    [TestMethod]
    public async Task An_OIDC_token_is_sent_unsigned_and_never_shown()
    {
        using StubCloud stub = new(StubAnswer.Json("""{"Code":"AuthenticationFail.OIDCToken.Invalid","Message":"bad canary.token"}""", 400));
        CloudException refusal = await Assert.ThrowsExactlyAsync<CloudException>(() => stub.Cloud.Sts.AssumeRoleWithOIDCAsync(
            new RoleRequest("acs:ram::1:role/r"), "acs:ram::1:oidc-provider/p", new Secret("canary.token"), Ct));

        Assert.IsFalse(stub.Request.Headers.ContainsKey("authorization"));
        StringAssert.Contains(System.Text.Encoding.ASCII.GetString(stub.Request.Body), "OIDCToken=canary.token");
        Assert.IsFalse(refusal.ToString().Contains("canary", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task The_caller_is_told()
    {
        using StubCloud stub = new(StubAnswer.Json("""{"AccountId":"1","Arn":"acs:ram::1:user/u","IdentityType":"RAMUser"}"""));

        Assert.AreEqual(new CallerIdentity("1", "acs:ram::1:user/u", "RAMUser"), await stub.Cloud.Sts.GetCallerIdentityAsync(Ct));
    }
}
