using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4209NetworkNotUsedTests
{
    [TestMethod]
    public void A_VPC_nothing_needs_is_reported()
    {
        TestService service = TestService.Valid.InNetwork();
        Diagnostic finding = service.Finding("EAS4209");
        Assert.AreEqual(service.LineOf("VpcId"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "names VPC 'vpc-bp13kiflgde6v9dc9smc8'");
    }

    [TestMethod]
    public void With_a_gateway_or_a_listener_it_is_needed()
    {
        Assert.IsEmpty(TestService.Valid.InNetwork().With("Gateway", "prod-gw").Findings("EAS4209"));
        Assert.IsEmpty(TestService.Valid.InNetwork().WithListener("default", ("Port", "9090")).Findings("EAS4209"));
        Assert.IsEmpty(TestService.Valid.Findings("EAS4209"));
    }
}
