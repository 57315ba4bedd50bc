using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3034DiskFormTests
{
    [TestMethod]
    [DataRow("""{"metadata":{"disk":"30GB"}}""", "'metadata.disk' is \"30GB\". Write a number of GB such as 30, or a text such as \"30Gi\".")]
    [DataRow("""{"metadata":{"disk":0}}""", "'metadata.disk' is 0. Write a number of GB such as 30, or a text such as \"30Gi\".")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS3034", json)).Message);

    [TestMethod]
    [DataRow("""{"metadata":{"disk":"30Gi"}}""")]
    [DataRow("""{"metadata":{"disk":30}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS3034", json));
}
