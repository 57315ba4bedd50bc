using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4031GatewayIdFormTests
{
    [TestMethod]
    [DataRow("""{"networking":{"gateway":"prod"}}""", "'networking.gateway' is 'prod', and a gateway id starts with 'gw-'. Write the id, such as 'gw-48hmbdt00fi6x90gft'.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS4031", json)).Message);

    [TestMethod]
    [DataRow("""{"networking":{"gateway":"gw-a"}}""")]
    [DataRow("""{"networking":{"gateway":"shared"}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS4031", json));
}
