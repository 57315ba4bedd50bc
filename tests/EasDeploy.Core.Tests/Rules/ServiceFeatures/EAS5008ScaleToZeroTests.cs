using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5008ScaleToZeroTests
{
    [TestMethod]
    public void No_instance_at_all_is_reported()
    {
        TestService service = TestService.Valid.With("AutoscaleMin", "1").With("AutoscaleMax", "4").With("AutoscaleMetric", "qps").With("AutoscaleThreshold", "10").With("AutoscaleMin", "0");
        Diagnostic finding = service.Finding("EAS5008");
        Assert.AreEqual(service.LineOf("AutoscaleMin"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "AutoscaleMin 0 takes the last instance away");
    }

    [TestMethod]
    public void One_instance_passes() =>
        Assert.IsEmpty(TestService.Valid.With("AutoscaleMin", "1").With("AutoscaleMax", "4").With("AutoscaleMetric", "qps").With("AutoscaleThreshold", "10").Findings("EAS5008"));
}
