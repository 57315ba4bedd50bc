using EasDeploy.Diagnostics;
using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5005ScaleThresholdTests
{
    [TestMethod]
    [DataRow("qps", "0", "not more than 0")]
    [DataRow("qps", "ten", "which is no number")]
    [DataRow("cpu", "101", "more than 100 percent")]
    [DataRow("gpu[util]", "-5", "not more than 0")]
    public void A_threshold_out_of_range_is_refused(string metric, string threshold, string reason)
    {
        TestService service = TestService.Valid.With("AutoscaleMax", "4").With("AutoscaleMetric", metric).With("AutoscaleThreshold", threshold);
        Diagnostic finding = service.Finding("EAS5005");
        Assert.AreEqual(service.LineOf("AutoscaleThreshold"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"the threshold of metric '{metric}' is '{threshold}'");
        StringAssert.Contains(finding.Message, reason);
    }

    [TestMethod]
    public void A_rule_without_a_threshold_is_refused_at_its_own_line()
    {
        TestService service = TestService.Valid.With("AutoscaleMax", "4").WithScaleRule("cpu");
        Diagnostic finding = service.Finding("EAS5005");
        Assert.AreEqual(60, finding.Location.Line);
        StringAssert.Contains(finding.Message, "the threshold of metric 'cpu' is missing. Set Threshold=\"60\"");
    }

    [TestMethod]
    public void A_threshold_in_range_passes()
    {
        Assert.IsEmpty(TestService.Valid.With("AutoscaleMin", "1").With("AutoscaleMax", "4").With("AutoscaleMetric", "qps").With("AutoscaleThreshold", "10").Findings("EAS5005"));
        Assert.IsEmpty(TestService.Valid.With("AutoscaleMax", "4").With("AutoscaleMetric", "qps").With("AutoscaleThreshold", "1000").Findings("EAS5005"));
        Assert.IsEmpty(TestService.Valid.With("AutoscaleMax", "4").WithScaleRule("memory", ("Threshold", "100")).Findings("EAS5005"));
    }

    [TestMethod]
    [DataRow("\"10\"", "is no number")]
    [DataRow("0", "is '0', which is not more than 0")]
    public void A_value_of_the_older_map_is_judged_at_its_place(string value, string reason)
    {
        string json = "{\"autoscaler\":{\"min\":1,\"max\":3,\"strategies\":{\n\"qps\":" + value + "}}}";
        Diagnostic finding = Assert.ContainsSingle(DocumentTest.Findings("EAS5005", json));
        StringAssert.Contains(finding.Message, "the threshold of metric 'qps' " + reason);
        Assert.AreEqual(2, finding.Location.Line);
    }
}
