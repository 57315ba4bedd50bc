using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4004ListenerIdTests
{
    [TestMethod]
    [DataRow("Default")]
    [DataRow("alb-123")]
    [DataRow("nlb-")]
    [DataRow("nlb-a b")]
    public void What_is_no_load_balancer_is_refused(string id)
    {
        TestService service = TestService.Valid.InNetwork().WithListener(id, ("Port", "9090"));
        Diagnostic finding = service.Finding("EAS4004");
        Assert.AreEqual(50, finding.Location.Line);
        StringAssert.Contains(finding.Message, $"EasNlbListener '{id}' is neither");
    }

    [TestMethod]
    [DataRow("default")]
    [DataRow("nlb-fpj3530zrbt7x5zkhk")]
    public void The_services_own_and_an_existing_one_pass(string id) => Assert.IsEmpty(TestService.Valid.InNetwork().WithListener(id, ("Port", "9090")).Findings("EAS4004"));
}
