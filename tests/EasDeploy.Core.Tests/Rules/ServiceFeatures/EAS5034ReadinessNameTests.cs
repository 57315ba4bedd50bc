using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5034ReadinessNameTests
{
    [TestMethod]
    [DataRow("""{"containers":[{"readiness_check":{"tcp_socket":{}}}]}""", "'containers.0.readiness_check' is a name few sources know. Write 'health_check'.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS5034", json)).Message);

    [TestMethod]
    [DataRow("""{"containers":[{"health_check":{"tcp_socket":{}}}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS5034", json));
}
