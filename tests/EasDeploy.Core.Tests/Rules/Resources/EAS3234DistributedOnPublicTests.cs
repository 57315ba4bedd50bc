using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3234DistributedOnPublicTests
{
    [TestMethod]
    [DataRow("""{"unit":{"size":2}}""", "'unit.size' asks for several machines that work as one, which needs a Lingjun quota. Remove it, or set 'metadata.quota_id'.")]
    [DataRow("""{"metadata":{"rdma":1}}""", "'metadata.rdma' asks for several machines that work as one, which needs a Lingjun quota. Remove it, or set 'metadata.quota_id'.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS3234", json)).Message);

    [TestMethod]
    [DataRow("""{"unit":{"size":1},"metadata":{"rdma":0}}""")]
    [DataRow("""{"unit":{"size":2},"metadata":{"rdma":1,"quota_id":"q"}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS3234", json));
}
