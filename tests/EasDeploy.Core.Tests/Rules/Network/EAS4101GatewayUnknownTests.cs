using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4101GatewayUnknownTests
{
    [TestMethod]
    [DataRow("prod-gv", "is not in the region's list", "prod-gw")]
    [DataRow("gw-48hmbdt00fi6x90gfx", "is not in the region's list", TestCatalog.GatewayId)]
    [DataRow("nobody's-own-thing", "is not in", TestCatalog.GatewayId)]
    [DataRow("creating-gw", "is Creating, not Running", TestCatalog.GatewayId)]
    public void A_gateway_that_cannot_be_used_is_refused(string gateway, string reason, string offer)
    {
        TestService service = TestService.Valid.InNetwork().With("Gateway", gateway);
        Diagnostic finding = service.Finding("EAS4101");
        Assert.AreEqual(service.LineOf("Gateway"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"gateway '{gateway}' {reason}");
        StringAssert.Contains(finding.Message, $"Set Gateway=\"{offer}\"");
    }

    [TestMethod]
    [DataRow("prod-gw")]
    [DataRow(TestCatalog.GatewayId)]
    [DataRow("shared")]
    public void A_running_gateway_passes_by_name_and_by_id(string gateway) => Assert.IsEmpty(TestService.Valid.InNetwork().With("Gateway", gateway).Findings("EAS4101"));

    [TestMethod]
    public void Gateways_that_were_not_asked_for_are_not_judged() =>
        Assert.IsEmpty(TestService.Valid.InNetwork().With("Gateway", "nobody").Findings("EAS4101", TestCatalog.NotQueried));
}
