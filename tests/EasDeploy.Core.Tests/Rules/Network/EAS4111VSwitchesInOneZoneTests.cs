using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4111VSwitchesInOneZoneTests
{
    [TestMethod]
    public void Two_vSwitches_of_one_zone_are_refused()
    {
        TestService service = TestService.Valid.InNetwork().With("VSwitchIds", TestCatalog.VSwitchId + ",vsw-bp1a0000000000000emu4").WithListener("default", ("Port", "9090"));
        Diagnostic finding = service.Finding("EAS4111");
        Assert.AreEqual(service.LineOf("VSwitchIds"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "is in zone cn-hangzhou-h");
        StringAssert.Contains(finding.Message, $"{TestCatalog.VSwitchId},{TestCatalog.OtherVSwitchId}");
        Assert.AreEqual(Severity.Error, finding.Severity);
    }

    [TestMethod]
    public void For_an_existing_load_balancer_it_is_a_warning()
    {
        TestService service = TestService.Valid.InNetwork().With("VSwitchIds", TestCatalog.VSwitchId + ",vsw-bp1a0000000000000emu4").WithListener("nlb-fpj3530zrbt7x5zkhk", ("Port", "9090"));
        Diagnostic finding = service.Finding("EAS4111");
        Assert.AreEqual(service.LineOf("VSwitchIds"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "cn-hangzhou-h");
        Assert.AreEqual(Severity.Warning, finding.Severity);
    }

    [TestMethod]
    public void Two_zones_pass_and_one_vSwitch_is_another_finding()
    {
        Assert.IsEmpty(TestService.Valid.InNetwork().WithListener("default", ("Port", "9090")).Findings("EAS4111"));
        Assert.IsEmpty(TestService.Valid.InNetwork().With("VSwitchIds", TestCatalog.VSwitchId).WithListener("default", ("Port", "9090")).Findings("EAS4111"));
        Assert.IsEmpty(TestService.Valid.InNetwork().With("VSwitchIds", TestCatalog.VSwitchId + ",vsw-bp1a0000000000000emu4").Findings("EAS4111"));
    }
}
