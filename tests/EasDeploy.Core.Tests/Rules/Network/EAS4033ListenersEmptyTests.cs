using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4033ListenersEmptyTests
{
    [TestMethod]
    [DataRow("""{"networking":{"nlb":[]}}""", "'networking.nlb' is an empty list. Remove it, or name a load balancer in it.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS4033", json)).Message);

    [TestMethod]
    [DataRow("""{"networking":{"nlb":[{"id":"default"}]}}""")]
    [DataRow("""{"networking":{}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS4033", json));
}
