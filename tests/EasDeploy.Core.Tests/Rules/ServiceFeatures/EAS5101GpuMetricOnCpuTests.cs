using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5101GpuMetricOnCpuTests
{
    [TestMethod]
    public void A_GPU_metric_without_a_GPU_is_reported()
    {
        TestService service = TestService.Valid.With("Image", "pai-rag:0.4.3").With("InstanceType", "ecs.c7.xlarge").With("AutoscaleMax", "4").WithScaleRule("gpu", ("Threshold", "80"));
        Diagnostic finding = service.Finding("EAS5101");
        Assert.AreEqual(60, finding.Location.Line);
        StringAssert.Contains(finding.Message, "scales by 'gpu', and 'ecs.c7.xlarge' has no GPU");
    }

    [TestMethod]
    public void With_a_GPU_or_another_metric_it_passes()
    {
        Assert.IsEmpty(TestService.Valid.With("AutoscaleMax", "4").WithScaleRule("gpu", ("Threshold", "80")).Findings("EAS5101"));
        Assert.IsEmpty(TestService.Valid.With("Image", "pai-rag:0.4.3").With("InstanceType", "ecs.c7.xlarge").With("AutoscaleMax", "4").WithScaleRule("cpu", ("Threshold", "80")).Findings("EAS5101"));
    }

    [TestMethod]
    public void An_unknown_instance_is_not_judged() =>
        Assert.IsEmpty(TestService.Valid.With("Image", "pai-rag:0.4.3").With("InstanceType", "ecs.c7.xlarge").With("AutoscaleMax", "4").WithScaleRule("gpu", ("Threshold", "80")).Findings("EAS5101", TestCatalog.NotQueried));
}
