using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5230ProbePortTests
{
    [TestMethod]
    [DataRow("""{"containers":[{"port":8000,"startup_check":{"http_get":{"path":"/","port":8080}}}]}""", "'containers.0.startup_check.http_get.port' is 8080, and the container listens on 8000. Write 8000.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS5230", json)).Message);

    [TestMethod]
    [DataRow("""{"containers":[{"port":8010,"health_check":{"tcp_socket":{"port":8010}}}]}""")]
    [DataRow("""{"containers":[{"health_check":{"tcp_socket":{"port":8000}}}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS5230", json));
}
