using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5038SigtermNeedsHandlingTests
{
    [TestMethod]
    [DataRow("""{"metadata":{"rpc":{"enable_sigterm":true}}}""", "'metadata.rpc.enable_sigterm' is true, so the process gets SIGTERM and must end its calls itself. Write false, or make sure it does.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS5038", json)).Message);

    [TestMethod]
    [DataRow("""{"metadata":{"rpc":{"enable_sigterm":false}}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS5038", json));
}
