using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5006ScaleMetricTests
{
    [TestMethod]
    public void An_unknown_metric_is_reported()
    {
        TestService service = TestService.Valid.With("AutoscaleMax", "4").With("AutoscaleMetric", "QPS").With("AutoscaleThreshold", "10");
        Diagnostic finding = service.Finding("EAS5006");
        Assert.AreEqual(service.LineOf("AutoscaleMetric"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "metric 'QPS' is none of qps, cpu, gpu, gpu[util] and memory. Write 'qps'");
    }

    [TestMethod]
    public void The_metric_of_a_rule_is_checked_at_its_own_line()
    {
        TestService service = TestService.Valid.With("AutoscaleMin", "1").With("AutoscaleMax", "4").With("AutoscaleMetric", "qps").With("AutoscaleThreshold", "10").WithScaleRule("memroy", ("Threshold", "80"));
        Diagnostic finding = service.Finding("EAS5006");
        Assert.AreEqual(60, finding.Location.Line);
        StringAssert.Contains(finding.Message, "Write 'memory'");
    }

    [TestMethod]
    [DataRow("qps")]
    [DataRow("cpu")]
    [DataRow("gpu")]
    [DataRow("gpu[util]")]
    [DataRow("memory")]
    public void Known_metrics_pass(string metric) => Assert.IsEmpty(TestService.Valid.With("AutoscaleMax", "4").WithScaleRule(metric, ("Threshold", "80")).Findings("EAS5006"));
}
