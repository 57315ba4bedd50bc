using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4107SecurityGroupNotInVpcTests
{
    [TestMethod]
    public void A_group_of_another_VPC_is_refused()
    {
        TestService service = TestService.Valid.InNetwork().With("SecurityGroupId", "sg-bp1b0000000000000em1");
        Diagnostic finding = service.Finding("EAS4107");
        Assert.AreEqual(service.LineOf("SecurityGroupId"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "security group 'sg-bp1b0000000000000em1' is not in VPC");
        StringAssert.Contains(finding.Message, TestCatalog.SecurityGroupId);
    }

    [TestMethod]
    public void A_group_of_the_VPC_passes() =>
        Assert.IsEmpty(TestService.Valid.InNetwork().Findings("EAS4107"));
}
