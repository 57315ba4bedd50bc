using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5209StartupBudgetShortTests
{
    [TestMethod]
    public void A_check_that_gives_up_early_is_reported()
    {
        TestService service = TestService.Valid.With("HealthCheck", "http").With("HealthCheckInitialDelay", "10").With("HealthCheckFailureThreshold", "3");
        Diagnostic finding = service.Finding("EAS5209");
        Assert.AreEqual(service.LineOf("HealthCheck"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "gives up after 40 s, and a model of VLLM seldom loads in less than 120 s. Set HealthCheckFailureThreshold=\"30\"");
    }

    [TestMethod]
    public void One_that_waits_two_minutes_passes()
    {
        Assert.IsEmpty(TestService.Valid.With("HealthCheck", "http").Findings("EAS5209"));
        Assert.IsEmpty(TestService.Valid.With("HealthCheck", "http").With("HealthCheckInitialDelay", "90").With("HealthCheckFailureThreshold", "3").Findings("EAS5209"));
    }

    [TestMethod]
    public void Another_family_may_start_at_once() =>
        Assert.IsEmpty(TestService.Valid.With("Image", "pai-rag:0.4.3").With("InstanceType", "ecs.c7.xlarge").With("HealthCheck", "http").With("HealthCheckInitialDelay", "10").With("HealthCheckFailureThreshold", "3").Findings("EAS5209"));
}
