using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5201AutoscalerIncompleteTests
{
    [TestMethod]
    [DataRow("AutoscaleMax", "AutoscaleMax=\"4\".")]
    [DataRow("AutoscaleMetric", "AutoscaleMetric=\"qps\".")]
    [DataRow("AutoscaleThreshold", "AutoscaleThreshold=\"10\".")]
    public void What_is_missing_is_named(string left, string repair)
    {
        TestService service = TestService.Valid.With("AutoscaleMin", "1").With("AutoscaleMax", "4").With("AutoscaleMetric", "qps").With("AutoscaleThreshold", "10").Without("AutoscaleMin").Without(left);
        Diagnostic finding = service.Finding("EAS5201");
        Assert.AreEqual(service.LineOf(left == "AutoscaleMax" ? "AutoscaleMetric" : "AutoscaleMax"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"has no {left}. Set {repair}");
    }

    [TestMethod]
    public void A_lower_bound_alone_needs_everything()
    {
        TestService service = TestService.Valid.With("AutoscaleMin", "2");
        Diagnostic finding = service.Finding("EAS5201");
        Assert.AreEqual(service.LineOf("AutoscaleMin"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "has no AutoscaleMax and no AutoscaleMetric and no AutoscaleThreshold");
    }

    [TestMethod]
    public void A_whole_one_passes_with_a_metric_or_a_rule()
    {
        Assert.IsEmpty(TestService.Valid.With("AutoscaleMin", "1").With("AutoscaleMax", "4").With("AutoscaleMetric", "qps").With("AutoscaleThreshold", "10").Findings("EAS5201"));
        Assert.IsEmpty(TestService.Valid.Findings("EAS5201"));
        Assert.IsEmpty(TestService.Valid.With("AutoscaleMax", "4").WithScaleRule("cpu", ("Threshold", "80")).Findings("EAS5201"));
        Assert.IsEmpty(TestService.Valid.With("AutoscaleMin", "1").With("AutoscaleMax", "4").With("AutoscaleMetric", "qps").With("AutoscaleThreshold", "10").WithScaleRule("cpu", ("Threshold", "80")).Findings("EAS5201"));
    }
}
