using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3033QuotaNotHandledTests
{
    [TestMethod]
    [DataRow("""{"metadata":{"quota_id":"q1"}}""", "'metadata.quota_id' is set, and EasDeploy does not know quotas. Remove it, or check the size of the service by hand.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS3033", json)).Message);

    [TestMethod]
    [DataRow("""{"metadata":{}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS3033", json));
}
