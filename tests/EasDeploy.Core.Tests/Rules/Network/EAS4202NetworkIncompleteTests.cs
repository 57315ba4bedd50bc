using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4202NetworkIncompleteTests
{
    [TestMethod]
    [DataRow("VpcId", "VSwitchIds and SecurityGroupId")]
    [DataRow("VSwitchIds", "VpcId and SecurityGroupId")]
    [DataRow("SecurityGroupId", "VpcId and VSwitchIds")]
    public void A_part_of_a_network_is_refused(string left, string missing)
    {
        TestService service = TestService.Valid.With(left, TestService.Valid.InNetwork().Item.Find(left)!.Text);
        Diagnostic finding = service.Finding("EAS4202");
        Assert.AreEqual(service.LineOf(left), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"has no {missing}. Set ");
    }

    [TestMethod]
    public void All_or_nothing_passes_and_a_gateway_has_its_own_finding()
    {
        Assert.IsEmpty(TestService.Valid.InNetwork().Findings("EAS4202"));
        Assert.IsEmpty(TestService.Valid.Findings("EAS4202"));
        Assert.IsEmpty(TestService.Valid.With("Gateway", "prod-gw").With("VpcId", TestCatalog.VpcId).Findings("EAS4202"));
        Assert.IsEmpty(TestService.Valid.With("VpcId", TestCatalog.VpcId).WithListener("default", ("Port", "9090")).Findings("EAS4202"));
    }
}
