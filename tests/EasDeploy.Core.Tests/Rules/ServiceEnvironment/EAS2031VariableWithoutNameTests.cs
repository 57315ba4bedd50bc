using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2031VariableWithoutNameTests
{
    [TestMethod]
    [DataRow("""{"containers":[{"env":[{"value":"x"}]}]}""", "'containers.0.env.0' has no 'name'. Add \"name\": \"NAME\" to it.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS2031", json)).Message);

    [TestMethod]
    [DataRow("""{"containers":[{"env":[{"name":"A","value":""}]}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS2031", json));
}
