using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4112LimitOnAlbGatewayTests
{
    [TestMethod]
    [DataRow("""{"metadata":{"rpc":{"keepalive":60000}},"networking":{"gateway":"gw-48hmbdt00fi6x90gft"}}""", "metadata.rpc.keepalive")]
    [DataRow("""{"networking":{"gateway":"gw-48hmbdt00fi6x90gft","gateway_policy":{"concurrency_limit":{"enable":true,"limit":10}}}}""", "networking.gateway_policy.concurrency_limit")]
    public void What_is_wrong_is_told(string json, string field) => Assert.AreEqual(
        $"'{field}' has no effect behind gateway 'prod-gw', which is an application load balancer. Remove it, or choose another gateway.",
        Assert.ContainsSingle(DocumentTest.Findings("EAS4112", json, TestCatalog.Queried)).Message);

    [TestMethod]
    [DataRow("""{"metadata":{"rpc":{"keepalive":60000}},"networking":{"gateway":"gw-test0000000000emu1"}}""")]
    [DataRow("""{"metadata":{"rpc":{"keepalive":60000}}}""")]
    [DataRow("""{"networking":{"gateway":"gw-48hmbdt00fi6x90gft","gateway_policy":{"rate_limit":{"enable":true,"limit":10}}}}""")]
    public void Another_gateway_none_and_another_limit_pass(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS4112", json, TestCatalog.Queried));
}
