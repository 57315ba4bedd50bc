using EasDeploy.Diagnostics;
using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5209StartupBudgetShortTests
{
    [TestMethod]
    public void A_check_that_gives_up_early_is_reported()
    {
        TestService service = TestService.Valid.With("HealthCheck", "http").With("HealthCheckInitialDelay", "10").With("HealthCheckFailureThreshold", "3");
        Diagnostic finding = service.Finding("EAS5209");
        Assert.AreEqual(service.LineOf("HealthCheckFailureThreshold"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "gives up after 40 s, and a model of VLLM seldom loads in less than 120 s. Set HealthCheckFailureThreshold=\"30\"");
    }

    [TestMethod]
    [DataRow("""{"containers":[{"image":"vllm:0.14.0-gpu","startup_check":{"initial_delay_seconds":10,"period_seconds":5,"failure_threshold":3}}]}""", 1)]
    [DataRow("""{"containers":[{"image":"vllm:0.14.0-gpu","startup_check":{"initial_delay_seconds":120,"period_seconds":5,"failure_threshold":3}}]}""", 0)]
    [DataRow("""{"containers":[{"image":"vllm:0.14.0-gpu","startup_check":[]}]}""", 0)]
    public void The_check_of_a_document_counts_too(string json, int findings) => Assert.HasCount(findings, DocumentTest.Findings("EAS5209", json));

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
