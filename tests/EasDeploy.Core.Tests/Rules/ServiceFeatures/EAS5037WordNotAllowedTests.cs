using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5037WordNotAllowedTests
{
    [TestMethod]
    [DataRow("""{"metadata":{"qos":"Burst"}}""", "'metadata.qos' is 'Burst'. Write one of BestEffort, Guaranteed.")]
    [DataRow("""{"metadata":{"scheduling":{"spread":{"policy":"rack"}}}}""", "'metadata.scheduling.spread.policy' is 'rack'. Write one of host, zone, default.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS5037", json)).Message);

    [TestMethod]
    [DataRow("""{"metadata":{"qos":"BestEffort","cuda":"11.2","scheduling":{"spread":{"policy":"zone"}}}}""")]
    [DataRow("""{"metadata":{"qos":""}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS5037", json));
}
