using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5203ReplicasOutsideRangeTests
{
    [TestMethod]
    [DataRow("1", "2")]
    [DataRow("5", "4")]
    public void A_start_outside_of_the_bounds_is_reported(string replicas, string offer)
    {
        TestService service = TestService.Valid.With("AutoscaleMin", "1").With("AutoscaleMax", "4").With("AutoscaleMetric", "qps").With("AutoscaleThreshold", "10").With("AutoscaleMin", "2").With("Replicas", replicas);
        Diagnostic finding = service.Finding("EAS5203");
        Assert.AreEqual(service.LineOf("Replicas"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"starts with {replicas} instances, outside of 2 to 4. Set Replicas=\"{offer}\"");
    }

    [TestMethod]
    public void Replicas_that_were_left_out_are_reported_where_scaling_is_asked_for()
    {
        TestService service = TestService.Valid.With("AutoscaleMin", "1").With("AutoscaleMax", "4").With("AutoscaleMetric", "qps").With("AutoscaleThreshold", "10").With("AutoscaleMin", "2");
        Diagnostic finding = service.Finding("EAS5203");
        Assert.AreEqual(service.LineOf("AutoscaleMin"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "starts with 1 instances");
    }

    [TestMethod]
    public void A_start_within_the_bounds_passes()
    {
        Assert.IsEmpty(TestService.Valid.With("AutoscaleMin", "1").With("AutoscaleMax", "4").With("AutoscaleMetric", "qps").With("AutoscaleThreshold", "10").Findings("EAS5203"));
        Assert.IsEmpty(TestService.Valid.With("AutoscaleMin", "1").With("AutoscaleMax", "4").With("AutoscaleMetric", "qps").With("AutoscaleThreshold", "10").With("AutoscaleMin", "2").With("Replicas", "2").Findings("EAS5203"));
        Assert.IsEmpty(TestService.Valid.With("AutoscaleMin", "1").With("AutoscaleMax", "4").With("AutoscaleMetric", "qps").With("AutoscaleThreshold", "10").With("Replicas", "4").Findings("EAS5203"));
    }
}
