using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5033ProbePathTests
{
    [TestMethod]
    [DataRow("""{"containers":[{"health_check":{"http_get":{"path":"health"}}}]}""", "'containers.0.health_check.http_get.path' is 'health'. Write '/health'.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS5033", json)).Message);

    [TestMethod]
    [DataRow("""{"containers":[{"health_check":{"http_get":{"path":"/health"}}}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS5033", json));
}
