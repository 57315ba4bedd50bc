using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5204ScaleMetricTwiceTests
{
    [TestMethod]
    public void The_second_one_is_reported()
    {
        TestService service = TestService.Valid.With("AutoscaleMin", "1").With("AutoscaleMax", "4").With("AutoscaleMetric", "qps").With("AutoscaleThreshold", "10").WithScaleRule("qps", ("Threshold", "20"));
        Diagnostic finding = service.Finding("EAS5204");
        Assert.AreEqual(60, finding.Location.Line);
        StringAssert.Contains(finding.Message, "scales by 'qps' twice");
    }

    [TestMethod]
    public void Different_metrics_pass() =>
        Assert.IsEmpty(TestService.Valid.With("AutoscaleMin", "1").With("AutoscaleMax", "4").With("AutoscaleMetric", "qps").With("AutoscaleThreshold", "10").WithScaleRule("cpu", ("Threshold", "20")).Findings("EAS5204"));
}
