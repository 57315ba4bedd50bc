using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5208HealthCheckUnusedTests
{
    [TestMethod]
    [DataRow("HealthCheckPath", "/health")]
    [DataRow("HealthCheckInitialDelay", "10")]
    [DataRow("HealthCheckInterval", "10")]
    [DataRow("HealthCheckTimeout", "10")]
    [DataRow("HealthCheckFailureThreshold", "10")]
    public void A_setting_without_a_check_is_reported(string name, string value)
    {
        TestService service = TestService.Valid.With(name, value);
        Diagnostic finding = service.Finding("EAS5208");
        Assert.AreEqual(service.LineOf(name), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"{name} has no effect, because HealthCheck is none");
    }

    [TestMethod]
    public void A_path_is_not_used_by_a_TCP_check()
    {
        TestService service = TestService.Valid.With("HealthCheck", "tcp").With("HealthCheckPath", "/health").With("HealthCheckInterval", "20");
        Diagnostic finding = service.Finding("EAS5208");
        Assert.AreEqual(service.LineOf("HealthCheckPath"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "because HealthCheck is tcp");
    }

    [TestMethod]
    public void With_a_check_it_is_used()
    {
        Assert.IsEmpty(TestService.Valid.With("HealthCheck", "http").With("HealthCheckPath", "/health").With("HealthCheckInterval", "20").Findings("EAS5208"));
        Assert.IsEmpty(TestService.Valid.Findings("EAS5208"));
    }
}
