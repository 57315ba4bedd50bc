using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4230ListenerWithRouterTests
{
    [TestMethod]
    [DataRow("""{"metadata":{"type":"LLMGatewayService"},"networking":{"nlb":[{"id":"default"}]}}""", "'networking.nlb' is set for a service of type LLMGatewayService, which cannot be reached that way. Remove 'networking.nlb'.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS4230", json)).Message);

    [TestMethod]
    [DataRow("""{"metadata":{"type":"Standard"},"networking":{"nlb":[{"id":"default"}]}}""")]
    [DataRow("""{"metadata":{"type":"LLMGatewayService"}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS4230", json));
}
