using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.BasicInfo;

[TestClass]
public sealed class EAS1005WorkspaceDigitsTests
{
    [TestMethod]
    [DataRow("""{"metadata":{"workspace_id":"production"}}""", "'metadata.workspace_id' is 'production', and a workspace id is digits only. Write the id, such as \"312319\", or leave it out.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS1005", json)).Message);

    [TestMethod]
    [DataRow("""{"metadata":{"workspace_id":"312319"}}""")]
    [DataRow("""{"metadata":{}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS1005", json));
}
