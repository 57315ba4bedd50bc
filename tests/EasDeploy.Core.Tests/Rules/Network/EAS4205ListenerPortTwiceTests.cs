using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4205ListenerPortTwiceTests
{
    [TestMethod]
    public void The_same_port_twice_is_refused_at_the_second_one()
    {
        TestService service = TestService.Valid.InNetwork().WithListener("nlb-a", ("Port", "9090")).WithListener("nlb-a", ("Port", "9090"));
        Diagnostic finding = service.Finding("EAS4205");
        Assert.AreEqual(51, finding.Location.Line);
        StringAssert.Contains(finding.Message, "EasNlbListener 'nlb-a' listens on port 9090 twice. Set Port=\"9091\"");
    }

    [TestMethod]
    public void Another_load_balancer_port_or_net_type_passes()
    {
        Assert.IsEmpty(TestService.Valid.InNetwork().WithListener("nlb-a", ("Port", "9090")).WithListener("nlb-b", ("Port", "9090")).Findings("EAS4205"));
        Assert.IsEmpty(TestService.Valid.InNetwork().WithListener("nlb-a", ("Port", "9090")).WithListener("nlb-a", ("Port", "9091")).Findings("EAS4205"));
        Assert.IsEmpty(TestService.Valid.InNetwork().WithListener("default", ("Port", "9090")).WithListener("default", ("Port", "9090"), ("NetType", "internet")).Findings("EAS4205"));
    }
}
