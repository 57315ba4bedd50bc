using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4207NetTypeOfExistingLoadBalancerTests
{
    [TestMethod]
    public void NetType_on_an_existing_one_is_reported()
    {
        TestService service = TestService.Valid.InNetwork().WithListener("nlb-fpj3530zrbt7x5zkhk", ("Port", "9090"), ("NetType", "internet"));
        Diagnostic finding = service.Finding("EAS4207");
        Assert.AreEqual(50, finding.Location.Line);
        StringAssert.Contains(finding.Message, "NetType 'internet' does not change load balancer 'nlb-fpj3530zrbt7x5zkhk'");
    }

    [TestMethod]
    public void On_the_services_own_it_is_meant()
    {
        Assert.IsEmpty(TestService.Valid.InNetwork().WithListener("default", ("Port", "9090"), ("NetType", "internet")).Findings("EAS4207"));
        Assert.IsEmpty(TestService.Valid.InNetwork().WithListener("nlb-fpj3530zrbt7x5zkhk", ("Port", "9090")).Findings("EAS4207"));
    }
}
