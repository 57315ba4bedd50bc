using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2230ContainersSharePortTests
{
    [TestMethod]
    [DataRow("""{"containers":[{"port":8000},{"port":8000}]}""", "'containers.0.port' and 'containers.1.port' both listen on port 8000. Give each container a port of its own.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS2230", json)).Message);

    [TestMethod]
    [DataRow("""{"containers":[{"port":8000},{"port":8001}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS2230", json));
}
