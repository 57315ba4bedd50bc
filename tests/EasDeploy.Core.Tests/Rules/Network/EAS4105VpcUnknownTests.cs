using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4105VpcUnknownTests
{
    [TestMethod]
    public void A_VPC_the_account_does_not_have_is_refused()
    {
        TestService service = TestService.Valid.InNetwork().With("VpcId", "vpc-nobody").With("Gateway", "internet-only-gw");
        Diagnostic finding = service.Finding("EAS4105");
        Assert.AreEqual(service.LineOf("VpcId"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "VpcId 'vpc-nobody' is not a VPC of this account in cn-hangzhou");
    }

    [TestMethod]
    public void What_is_in_an_unknown_VPC_is_not_judged_too()
    {
        Assert.IsEmpty(TestService.Valid.InNetwork().Findings("EAS4105"));
        Assert.IsEmpty(TestService.Valid.Findings("EAS4105"));
    }
}
