using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5231LivenessWithoutStartupTests
{
    [TestMethod]
    [DataRow("""{"containers":[{"image":"vllm:0.14.0-gpu","liveness_check":{"tcp_socket":{}}}]}""", "'containers.0.liveness_check' restarts an instance that is still loading its model. Add a startup_check, which holds it back.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS5231", json)).Message);

    [TestMethod]
    [DataRow("""{"containers":[{"image":"vllm:0.14.0-gpu","liveness_check":{"tcp_socket":{}},"startup_check":{"tcp_socket":{}}}]}""")]
    [DataRow("""{"containers":[{"image":"registry/a:1","liveness_check":{"tcp_socket":{}}}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS5231", json));
}
