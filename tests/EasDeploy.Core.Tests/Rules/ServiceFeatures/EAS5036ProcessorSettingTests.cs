using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5036ProcessorSettingTests
{
    [TestMethod]
    [DataRow("""{"metadata":{"rpc":{"batching":true}}}""", "'metadata.rpc.batching' has no effect on a container image. Remove it.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS5036", json)).Message);

    [TestMethod]
    [DataRow("""{"metadata":{"rpc":{"rate_limit":5}}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS5036", json));
}
