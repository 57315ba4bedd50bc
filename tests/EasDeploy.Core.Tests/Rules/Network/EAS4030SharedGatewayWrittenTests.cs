using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4030SharedGatewayWrittenTests
{
    [TestMethod]
    [DataRow("""{"networking":{"gateway":"shared"}}""", "'networking.gateway' is 'shared', which is no id. Remove it: without a gateway the shared one serves.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS4030", json)).Message);

    [TestMethod]
    [DataRow("""{"networking":{"gateway":"gw-a"}}""")]
    [DataRow("""{"networking":{}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS4030", json));
}
