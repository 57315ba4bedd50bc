using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5003HealthCheckPathTests
{
    [TestMethod]
    [DataRow("health", "/health")]
    [DataRow("http://localhost:8000/health", "/health")]
    [DataRow("v1/models", "/v1/models")]
    public void What_does_not_begin_with_a_slash_is_refused(string path, string offer)
    {
        TestService service = TestService.Valid.With("HealthCheck", "http").With("HealthCheckPath", path);
        Diagnostic finding = service.Finding("EAS5003");
        Assert.AreEqual(service.LineOf("HealthCheckPath"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"Set HealthCheckPath=\"{offer}\"");
    }

    [TestMethod]
    [DataRow("/")]
    [DataRow("/v1/models?x=1")]
    public void A_path_passes(string path) => Assert.IsEmpty(TestService.Valid.With("HealthCheck", "http").With("HealthCheckPath", path).Findings("EAS5003"));
}
