using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4109VSwitchUnavailableTests
{
    [TestMethod]
    [DataRow("vsw-bp1a0000000000000emu6", "is Pending, not Available")]
    [DataRow("vsw-bp1a0000000000000emu5", "has 1 free addresses")]
    public void A_vSwitch_that_cannot_hold_the_instances_is_reported(string id, string reason)
    {
        TestService service = TestService.Valid.InNetwork().With("VSwitchIds", id);
        Diagnostic finding = service.Finding("EAS4109");
        Assert.AreEqual(service.LineOf("VSwitchIds"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"vSwitch '{id}' {reason}");
        StringAssert.Contains(finding.Message, TestCatalog.VSwitchId);
    }

    [TestMethod]
    public void A_vSwitch_that_just_holds_them_passes() =>
        Assert.IsEmpty(TestService.Valid.InNetwork().With("Replicas", "239").Findings("EAS4109"));

    [TestMethod]
    public void One_instance_more_does_not()
    {
        TestService service = TestService.Valid.InNetwork().With("VSwitchIds", TestCatalog.VSwitchId).With("Replicas", "240");
        Diagnostic finding = service.Finding("EAS4109");
        Assert.AreEqual(service.LineOf("VSwitchIds"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "has 240 free addresses, and 240 instances");
    }
}
