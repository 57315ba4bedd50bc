using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4103GatewayInAnotherVpcTests
{
    [TestMethod]
    public void A_service_outside_the_VPC_of_its_gateway_is_refused()
    {
        TestService service = TestService.Valid.InNetwork().With("Gateway", "test-gw");
        Diagnostic finding = service.Finding("EAS4103");
        Assert.AreEqual(service.LineOf("VpcId"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "is not the VPC of gateway 'test-gw'. Set VpcId=\"vpc-bp1b0000000000000emub\"");
    }

    [TestMethod]
    public void The_same_VPC_passes() =>
        Assert.IsEmpty(TestService.Valid.InNetwork().With("Gateway", "prod-gw").Findings("EAS4103"));

    [TestMethod]
    public void A_gateway_whose_VPC_is_not_known_is_not_judged() =>
        Assert.IsEmpty(TestService.Valid.InNetwork().With("Gateway", "internet-only-gw").Findings("EAS4103"));
}
