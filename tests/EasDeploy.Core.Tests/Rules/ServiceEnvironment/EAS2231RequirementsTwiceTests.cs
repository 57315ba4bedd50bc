using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2231RequirementsTwiceTests
{
    [TestMethod]
    [DataRow("""{"containers":[{"prepare":{"pythonRequirements":["a"],"pythonRequirementsPath":"/r"}}]}""", "'containers.0.prepare' has pythonRequirements and pythonRequirementsPath, and the path is ignored. Remove one of them.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS2231", json)).Message);

    [TestMethod]
    [DataRow("""{"containers":[{"prepare":{"pythonRequirements":["a"]}}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS2231", json));
}
