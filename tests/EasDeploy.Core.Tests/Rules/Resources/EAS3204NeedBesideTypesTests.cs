using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3204NeedBesideTypesTests
{
    [TestMethod]
    public void A_need_beside_a_type_is_refused()
    {
        TestService service = TestService.Valid.With("GpuCount", "2");
        Diagnostic finding = service.Finding("EAS3204");
        Assert.AreEqual(service.LineOf("GpuCount"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "asks for GpuCount 2 and also names InstanceType 'ecs.gn7i-c16g1.4xlarge'");
    }

    [TestMethod]
    public void A_need_beside_a_group_is_refused()
    {
        TestService service = TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("MinCpu", "2");
        Diagnostic finding = service.Finding("EAS3204");
        Assert.AreEqual(service.LineOf("MinCpu"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "also names ResourceGroup 'production'");
    }

    [TestMethod]
    public void One_way_alone_passes()
    {
        Assert.IsEmpty(TestService.Valid.Findings("EAS3204"));
        Assert.IsEmpty(TestService.Valid.Without("InstanceType").With("GpuCount", "1").Findings("EAS3204"));
    }
}
