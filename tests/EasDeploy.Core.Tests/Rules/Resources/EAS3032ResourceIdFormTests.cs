using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3032ResourceIdFormTests
{
    [TestMethod]
    [DataRow("""{"metadata":{"resource":"team_group"}}""", "'metadata.resource' is 'team_group', and a resource group id starts with 'eas-r-'. Write the id, such as 'eas-r-d29k8ytqxzxmqi7l0s'.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS3032", json)).Message);

    [TestMethod]
    [DataRow("""{"metadata":{"resource":"eas-r-d29k8ytqxzxmqi7l0s"}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS3032", json));
}
