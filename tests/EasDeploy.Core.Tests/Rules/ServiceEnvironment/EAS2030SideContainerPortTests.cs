using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2030SideContainerPortTests
{
    [TestMethod]
    [DataRow("""{"containers":[{"port":8000},{"port":9090}]}""", "'containers.1.port' is 9090, and EAS listens on 8080 and 9090 itself. Write another port, such as 8001.")]
    [DataRow("""{"containers":[{},{"port":70000}]}""", "'containers.1.port' is 70000, and a port is 1 to 65535. Write another port, such as 8001.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS2030", json)).Message);

    [TestMethod]
    [DataRow("""{"containers":[{"port":8000},{"port":8001}]}""")]
    [DataRow("""{"containers":[{"port":8080}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS2030", json));
}
