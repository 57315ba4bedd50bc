using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3107NeedNotLookedUpTests
{
    [TestMethod]
    public void A_need_is_reported_when_nothing_could_be_asked()
    {
        TestService service = TestService.Valid.Without("InstanceType").With("GpuCount", "1");
        Diagnostic finding = service.Finding("EAS3107", TestCatalog.NotQueried);
        Assert.AreEqual(service.LineOf("GpuCount"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "asks for GpuCount 1");
    }

    [TestMethod]
    public void A_type_by_name_needs_no_list() =>
        Assert.IsEmpty(TestService.Valid.Findings("EAS3107", TestCatalog.NotQueried));

    [TestMethod]
    public void A_need_that_was_met_is_fine() =>
        Assert.IsEmpty(TestService.Valid.Without("InstanceType").With("GpuCount", "1").Findings("EAS3107"));
}
