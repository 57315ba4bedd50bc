using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4203ListenerWithoutNetworkTests
{
    [TestMethod]
    public void A_listener_without_a_whole_network_is_refused()
    {
        TestService service = TestService.Valid.With("VpcId", TestCatalog.VpcId).WithListener("default", ("Port", "9090"));
        Diagnostic finding = service.Finding("EAS4203");
        Assert.AreEqual(50, finding.Location.Line);
        StringAssert.Contains(finding.Message, "has the EasNlbListener 'default' and no VSwitchIds and SecurityGroupId. Set ");
    }

    [TestMethod]
    public void With_one_it_passes()
    {
        Assert.IsEmpty(TestService.Valid.InNetwork().WithListener("default", ("Port", "9090")).Findings("EAS4203"));
        Assert.IsEmpty(TestService.Valid.Findings("EAS4203"));
    }
}
