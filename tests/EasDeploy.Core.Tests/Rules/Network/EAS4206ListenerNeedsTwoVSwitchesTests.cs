using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4206ListenerNeedsTwoVSwitchesTests
{
    [TestMethod]
    public void One_vSwitch_is_refused_with_a_second_one_to_paste()
    {
        TestService service = TestService.Valid.InNetwork().With("VSwitchIds", TestCatalog.VSwitchId).WithListener("default", ("Port", "9090"));
        Diagnostic finding = service.Finding("EAS4206");
        Assert.AreEqual(service.LineOf("VSwitchIds"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"Set VSwitchIds=\"{TestCatalog.VSwitchId},{TestCatalog.OtherVSwitchId}\"");
        Assert.AreEqual(Severity.Error, finding.Severity);
    }

    [TestMethod]
    public void For_an_existing_load_balancer_it_is_a_warning()
    {
        TestService service = TestService.Valid.InNetwork().With("VSwitchIds", TestCatalog.VSwitchId).WithListener("nlb-fpj3530zrbt7x5zkhk", ("Port", "9090"));
        Diagnostic finding = service.Finding("EAS4206");
        Assert.AreEqual(service.LineOf("VSwitchIds"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "needs two vSwitches");
        Assert.AreEqual(Severity.Warning, finding.Severity);
    }

    [TestMethod]
    public void Two_vSwitches_pass()
    {
        Assert.IsEmpty(TestService.Valid.InNetwork().WithListener("default", ("Port", "9090")).Findings("EAS4206"));
        Assert.IsEmpty(TestService.Valid.InNetwork().With("VSwitchIds", TestCatalog.VSwitchId).Findings("EAS4206"));
    }
}
