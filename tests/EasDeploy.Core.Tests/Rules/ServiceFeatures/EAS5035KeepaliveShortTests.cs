using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5035KeepaliveShortTests
{
    [TestMethod]
    [DataRow("""{"metadata":{"rpc":{"keepalive":600}}}""", "'metadata.rpc.keepalive' is 600 milliseconds, after which a call is cut. Write at least 5000, or 600000 for ten minutes.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS5035", json)).Message);

    [TestMethod]
    [DataRow("""{"metadata":{"rpc":{"keepalive":600000}}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS5035", json));
}
