using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4104VSwitchNotOfGatewayTests
{
    [TestMethod]
    public void A_vSwitch_the_gateway_does_not_stand_in_is_reported()
    {
        TestService service = TestService.Valid.InNetwork().With("Gateway", "prod-gw").With("VSwitchIds", "vsw-bp1a0000000000000emu3");
        Diagnostic finding = service.Finding("EAS4104");
        Assert.AreEqual(service.LineOf("VSwitchIds"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "vSwitch 'vsw-bp1a0000000000000emu3' is not among those of gateway 'prod-gw'");
        StringAssert.Contains(finding.Message, TestCatalog.VSwitchId);
    }

    [TestMethod]
    public void One_of_the_gateways_passes() =>
        Assert.IsEmpty(TestService.Valid.InNetwork().With("Gateway", "prod-gw").With("VSwitchIds", TestCatalog.OtherVSwitchId).Findings("EAS4104"));

    [TestMethod]
    public void A_vSwitch_of_another_VPC_is_another_finding() =>
        Assert.IsEmpty(TestService.Valid.InNetwork().With("Gateway", "prod-gw").With("VSwitchIds", "vsw-bp1b0000000000000emu1").Findings("EAS4104"));

    [TestMethod]
    public void What_is_no_id_is_another_finding()
    {
        TestService service = TestService.Valid.InNetwork().With("Gateway", "prod-gw").With("VSwitchIds", "my-switch");
        Assert.IsEmpty(service.Findings("EAS4104"));
        Assert.HasCount(1, service.Findings("EAS4001"));
    }
}
