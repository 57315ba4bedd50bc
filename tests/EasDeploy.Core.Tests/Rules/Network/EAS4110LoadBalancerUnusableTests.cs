using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4110LoadBalancerUnusableTests
{
    [TestMethod]
    [DataRow("nlb-fpj3530zrbt7x5zkhx", "is not in the region's list")]
    [DataRow("nlb-provisioning0emu2", "is Provisioning, not Active")]
    [DataRow("nlb-internet000000emu1", "is in VPC vpc-bp1b0000000000000emub, and the service in")]
    public void A_load_balancer_that_cannot_be_used_is_refused(string id, string reason)
    {
        TestService service = TestService.Valid.InNetwork().WithListener(id, ("Port", "9090"));
        Diagnostic finding = service.Finding("EAS4110");
        Assert.AreEqual(50, finding.Location.Line);
        StringAssert.Contains(finding.Message, $"load balancer '{id}' {reason}");
        StringAssert.Contains(finding.Message, "Write Include=\"nlb-fpj3530zrbt7x5zkhk\"");
    }

    [TestMethod]
    public void An_active_one_of_the_VPC_passes()
    {
        Assert.IsEmpty(TestService.Valid.InNetwork().WithListener("nlb-fpj3530zrbt7x5zkhk", ("Port", "9090")).Findings("EAS4110"));
        Assert.IsEmpty(TestService.Valid.InNetwork().WithListener("default", ("Port", "9090")).Findings("EAS4110"));
    }
}
