using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4106VSwitchNotInVpcTests
{
    [TestMethod]
    [DataRow("vsw-bp1b0000000000000emu1", "vsw-bp1a")]
    [DataRow("vsw-bp1bhmnwqdh1ta9z9klmx", TestCatalog.VSwitchId)]
    [DataRow("vsw-nowhere", TestCatalog.VSwitchId)]
    public void A_vSwitch_of_another_VPC_is_refused(string id, string offer)
    {
        TestService service = TestService.Valid.InNetwork().With("VSwitchIds", TestCatalog.VSwitchId + ";" + id);
        Diagnostic finding = service.Finding("EAS4106");
        Assert.AreEqual(service.LineOf("VSwitchIds"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"vSwitch '{id}' is not in VPC '{TestCatalog.VpcId}'");
        StringAssert.Contains(finding.Message, "Set VSwitchIds=\"" + offer);
    }

    [TestMethod]
    public void vSwitches_of_the_VPC_pass()
    {
        Assert.IsEmpty(TestService.Valid.InNetwork().Findings("EAS4106"));
        Assert.IsEmpty(TestService.Valid.InNetwork().With("VSwitchIds", "vsw-bp1a0000000000000emu3").Findings("EAS4106"));
    }

    [TestMethod]
    public void Nothing_is_said_where_the_vSwitches_were_not_asked_for() =>
        Assert.IsEmpty(TestService.Valid.InNetwork().With("VSwitchIds", "vsw-nowhere").Findings("EAS4106", TestCatalog.NotQueried));
}
