using EasDeploy.Aliyun.Tests.Wire;
using EasDeploy.Catalogs;

namespace EasDeploy.Aliyun.Tests.Eas;

/// <summary>Where a gateway stands: LoadBalancerList[0], then the linked VPCs (design ruling C18).</summary>
[TestClass]
public sealed class GatewayFactTests
{
    private const string Links =
        """
        {"IntranetLinkedVpcList":[{"VpcId":"vpc-2","VSwitchId":"vsw-9","SecurityGroupId":"sg-2"},
          {"VpcId":"vpc-1","VSwitchId":"vsw-1","SecurityGroupId":""},{"VpcId":"vpc-1","VSwitchId":"vsw-2","SecurityGroupId":"sg-1"}]}
        """;

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow("""{"GatewayId":"gw-1","Status":"Running","LoadBalancerList":[{"VpcId":"vpc-1","VSwitchIds":["vsw-1","vsw-2"]}]}""", "vpc-1", "vsw-1,vsw-2", "sg-1")]
    [DataRow("""{"GatewayId":"gw-1","Status":"Running","LoadBalancerList":[{"VpcId":"vpc-1","VSwitchIds":[]}]}""", "vpc-1", "vsw-1,vsw-2", "sg-1")]
    [DataRow("""{"GatewayId":"gw-1","Status":"Running"}""", "vpc-2", "vsw-9", "sg-2")]
    public async Task The_load_balancer_wins_over_the_linked_VPCs(string detail, string vpc, string vSwitches, string group)
    {
        using StubCloud stub = new(request =>
            StubAnswer.Json(request.Target.Contains("linked_vpc", StringComparison.Ordinal) ? Links : detail));
        CatalogGateway gateway = await stub.Cloud.DescribeGatewayAsync(
            new CatalogGateway("gw-1", "prod-gw", "Creating", null, [], null), TestContext.CancellationToken);

        Assert.AreEqual("Running", gateway.Status, "the detail is newer than the row");
        Assert.AreEqual((vpc, vSwitches, group), (gateway.VpcId, string.Join(',', gateway.VSwitchIds), gateway.SecurityGroupId));
    }

    [TestMethod]
    public async Task A_gateway_for_the_internet_alone_has_no_VPC()
    {
        using StubCloud stub = new(request => StubAnswer.Json(
            request.Target.Contains("linked_vpc", StringComparison.Ordinal) ? "{}" : """{"GatewayId":"gw-1","LoadBalancerList":[]}"""));
        CatalogGateway gateway = await stub.Cloud.DescribeGatewayAsync(
            new CatalogGateway("gw-1", "prod-gw", "Running", null, [], null), TestContext.CancellationToken);

        Assert.AreEqual("Running", gateway.Status);
        Assert.IsNull(gateway.VpcId);
        Assert.IsTrue(gateway.VSwitchIds.IsEmpty);
    }
}
