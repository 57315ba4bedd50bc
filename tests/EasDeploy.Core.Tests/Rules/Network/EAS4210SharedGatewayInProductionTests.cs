using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4210SharedGatewayInProductionTests
{
    [TestMethod]
    public void Replicas_behind_the_shared_gateway_are_reported()
    {
        TestService service = TestService.Valid.With("Replicas", "2");
        Diagnostic finding = service.Finding("EAS4210");
        Assert.AreEqual(service.LineOf("Replicas"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "runs up to 2 instances behind the shared gateway");
    }

    [TestMethod]
    public void Instances_the_autoscaler_may_add_count_too()
    {
        TestService service = TestService.Valid.With("AutoscaleMax", "4").With("AutoscaleMetric", "qps").With("AutoscaleThreshold", "10");
        Diagnostic finding = service.Finding("EAS4210");
        Assert.AreEqual(service.LineOf("AutoscaleMax"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "runs up to 4 instances");
    }

    [TestMethod]
    public void One_instance_or_a_gateway_of_ones_own_passes()
    {
        Assert.IsEmpty(TestService.Valid.Findings("EAS4210"));
        Assert.IsEmpty(TestService.Valid.With("Replicas", "1").Findings("EAS4210"));
        Assert.IsEmpty(TestService.Valid.InNetwork().With("Gateway", "prod-gw").With("Replicas", "2").Findings("EAS4210"));
        Assert.IsEmpty(TestService.Valid.InNetwork().With("Replicas", "2").WithListener("default", ("Port", "9090")).Findings("EAS4210"));
    }
}
