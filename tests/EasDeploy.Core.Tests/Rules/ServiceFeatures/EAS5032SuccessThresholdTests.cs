using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5032SuccessThresholdTests
{
    [TestMethod]
    [DataRow("""{"containers":[{"liveness_check":{"tcp_socket":{},"success_threshold":2}}]}""", "'containers.0.liveness_check.success_threshold' is 2. Write 1, or leave it out.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS5032", json)).Message);

    [TestMethod]
    [DataRow("""{"containers":[{"health_check":{"tcp_socket":{},"success_threshold":2},"startup_check":{"tcp_socket":{},"success_threshold":1}}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS5032", json));
}
