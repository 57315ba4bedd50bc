using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4201GatewayWithoutNetworkTests
{
    [TestMethod]
    public void A_gateway_alone_is_refused_with_the_facts_to_paste()
    {
        TestService service = TestService.Valid.With("Gateway", "prod-gw");
        Diagnostic finding = service.Finding("EAS4201");
        Assert.AreEqual(service.LineOf("Gateway"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "uses gateway 'prod-gw' and has no VpcId, VSwitchIds and SecurityGroupId");
        StringAssert.Contains(finding.Message, $"Set VpcId=\"{TestCatalog.VpcId}\" VSwitchIds=\"{TestCatalog.VSwitchId},{TestCatalog.OtherVSwitchId}\" SecurityGroupId=\"{TestCatalog.SecurityGroupId}\".");
    }

    [TestMethod]
    public void What_is_missing_is_named()
    {
        TestService service = TestService.Valid.InNetwork().With("Gateway", "prod-gw").Without("SecurityGroupId");
        Diagnostic finding = service.Finding("EAS4201");
        Assert.AreEqual(service.LineOf("Gateway"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "has no SecurityGroupId. Set SecurityGroupId=");
    }

    [TestMethod]
    public void Without_a_catalog_it_is_refused_too()
    {
        TestService service = TestService.Valid.With("Gateway", TestCatalog.GatewayId);
        Diagnostic finding = service.Finding("EAS4201", TestCatalog.NotQueried);
        Assert.AreEqual(service.LineOf("Gateway"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "Set VpcId=\"vpc-…\" VSwitchIds=\"vsw-…,vsw-…\" SecurityGroupId=\"sg-…\"");
    }

    [TestMethod]
    public void A_whole_network_or_the_shared_gateway_passes()
    {
        Assert.IsEmpty(TestService.Valid.InNetwork().With("Gateway", "prod-gw").Findings("EAS4201"));
        Assert.IsEmpty(TestService.Valid.With("Gateway", "shared").Findings("EAS4201"));
        Assert.IsEmpty(TestService.Valid.Findings("EAS4201"));
    }
}
