using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5030ProbeKindTests
{
    [TestMethod]
    [DataRow("""{"containers":[{"startup_check":{"period_seconds":10}}]}""", "'containers.0.startup_check' has none of them. Write exactly one of http_get, tcp_socket or exec.")]
    [DataRow("""{"containers":[{"health_check":{"http_get":{"path":"/"},"tcp_socket":{}}}]}""", "'containers.0.health_check' has http_get and tcp_socket. Write exactly one of http_get, tcp_socket or exec.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS5030", json)).Message);

    [TestMethod]
    [DataRow("""{"containers":[{"startup_check":{"exec":{"command":["a"]}}}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS5030", json));
}
