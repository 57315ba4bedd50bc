using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4108SecurityGroupManagedTests
{
    [TestMethod]
    public void A_group_another_product_keeps_is_reported()
    {
        TestService service = TestService.Valid.InNetwork().With("SecurityGroupId", "sg-bp1a0000000000000em4");
        Diagnostic finding = service.Finding("EAS4108");
        Assert.AreEqual(service.LineOf("SecurityGroupId"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "(managed-by-nlb) is managed by another cloud product");
        StringAssert.Contains(finding.Message, TestCatalog.SecurityGroupId);
    }

    [TestMethod]
    public void A_group_of_ones_own_passes() =>
        Assert.IsEmpty(TestService.Valid.InNetwork().Findings("EAS4108"));
}
