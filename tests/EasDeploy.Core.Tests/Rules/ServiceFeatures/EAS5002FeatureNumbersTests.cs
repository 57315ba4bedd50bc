using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5002FeatureNumbersTests
{
    [TestMethod]
    [DataRow("HealthCheckInitialDelay", "60s", "seconds from 0 on, 86400 at most")]
    [DataRow("HealthCheckInterval", "0", "seconds from 1 on")]
    [DataRow("HealthCheckTimeout", "-1", "seconds from 1 on")]
    [DataRow("HealthCheckFailureThreshold", "0", "checks from 1 on")]
    [DataRow("MaxUnavailable", "-1", "instances from 0 on. ")]
    [DataRow("TerminationGracePeriod", "1m", "seconds from 0 on")]
    [DataRow("AutoscaleMin", "-1", "instances from 0 on")]
    [DataRow("AutoscaleMax", "many", "instances from 1 on")]
    [DataRow("HealthCheckInterval", "86401", "86400 at most")]
    public void A_number_out_of_range_is_refused(string name, string value, string range)
    {
        TestService service = TestService.Valid.With("HealthCheck", "http").With(name, value);
        Diagnostic finding = service.Finding("EAS5002");
        Assert.AreEqual(service.LineOf(name), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"{name} '{value}' is not a whole number of ");
        StringAssert.Contains(finding.Message, range);
    }

    [TestMethod]
    [DataRow("HealthCheckInitialDelay", "0")]
    [DataRow("HealthCheckInterval", "1")]
    [DataRow("HealthCheckTimeout", "86400")]
    [DataRow("MaxUnavailable", "0")]
    [DataRow("TerminationGracePeriod", "0")]
    [DataRow("AutoscaleMin", "0")]
    [DataRow("AutoscaleMax", "1")]
    public void The_ends_of_the_ranges_pass(string name, string value) => Assert.IsEmpty(TestService.Valid.With("HealthCheck", "http").With(name, value).Findings("EAS5002"));
}
