using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4204ListenersMixLoadBalancersTests
{
    [TestMethod]
    public void Both_kinds_at_once_are_refused()
    {
        TestService service = TestService.Valid.InNetwork().WithListener("default", ("Port", "9090")).WithListener("nlb-fpj3530zrbt7x5zkhk", ("Port", "9091"));
        Diagnostic finding = service.Finding("EAS4204");
        Assert.AreEqual(51, finding.Location.Line);
        StringAssert.Contains(finding.Message, "'nlb-fpj3530zrbt7x5zkhk'");
    }

    [TestMethod]
    public void One_kind_passes_also_twice()
    {
        Assert.IsEmpty(TestService.Valid.InNetwork().WithListener("default", ("Port", "9090")).WithListener("default", ("Port", "9090"), ("NetType", "internet")).Findings("EAS4204"));
        Assert.IsEmpty(TestService.Valid.InNetwork().WithListener("nlb-a", ("Port", "9090")).WithListener("nlb-b", ("Port", "9090")).Findings("EAS4204"));
    }
}
