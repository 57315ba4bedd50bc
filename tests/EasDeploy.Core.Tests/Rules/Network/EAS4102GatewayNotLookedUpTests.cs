using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4102GatewayNotLookedUpTests
{
    [TestMethod]
    public void A_name_is_reported_when_nothing_could_be_asked()
    {
        TestService service = TestService.Valid.InNetwork().With("Gateway", "prod-gw");
        Diagnostic finding = service.Finding("EAS4102", TestCatalog.NotQueried);
        Assert.AreEqual(service.LineOf("Gateway"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "gateway 'prod-gw' is a name");
    }

    [TestMethod]
    public void An_id_needs_no_list() =>
        Assert.IsEmpty(TestService.Valid.InNetwork().With("Gateway", TestCatalog.GatewayId).Findings("EAS4102", TestCatalog.NotQueried));

    [TestMethod]
    public void A_name_that_was_found_is_fine() =>
        Assert.IsEmpty(TestService.Valid.InNetwork().With("Gateway", "prod-gw").Findings("EAS4102"));
}
