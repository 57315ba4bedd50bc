using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5001HealthCheckKindTests
{
    [TestMethod]
    [DataRow("https", "http")]
    [DataRow("true", "http")]
    [DataRow("off", "none")]
    [DataRow("http;tcp", "http")]
    public void Another_word_is_refused(string kind, string offer)
    {
        TestService service = TestService.Valid.With("HealthCheck", kind);
        Diagnostic finding = service.Finding("EAS5001");
        Assert.AreEqual(service.LineOf("HealthCheck"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"HealthCheck '{kind}' is neither none, http nor tcp. Set HealthCheck=\"{offer}\"");
    }

    [TestMethod]
    [DataRow("none")]
    [DataRow("http")]
    [DataRow("TCP")]
    public void The_three_words_pass(string kind) => Assert.IsEmpty(TestService.Valid.With("HealthCheck", kind).Findings("EAS5001"));
}
