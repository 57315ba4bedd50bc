using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3201GroupAndInstanceTypeTests
{
    [TestMethod]
    public void Both_at_once_is_an_error_at_the_group()
    {
        TestService service = TestService.Valid.With("ResourceGroup", "production");
        Diagnostic finding = service.Finding("EAS3201");
        Assert.AreEqual(service.LineOf("ResourceGroup"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "ResourceGroup 'production' and InstanceType 'ecs.gn7i-c16g1.4xlarge'");
    }

    [TestMethod]
    public void One_of_them_passes()
    {
        Assert.IsEmpty(TestService.Valid.Findings("EAS3201"));
        Assert.IsEmpty(TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").Findings("EAS3201"));
    }
}
