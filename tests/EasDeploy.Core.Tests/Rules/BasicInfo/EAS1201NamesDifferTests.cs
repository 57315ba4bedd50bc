using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.BasicInfo;

[TestClass]
public sealed class EAS1201NamesDifferTests
{
    [TestMethod]
    [DataRow("""{"name":"a_b","metadata":{"name":"c_d"}}""", "the document names the service 'a_b' at the top and 'c_d' under 'metadata'. Remove the top-level 'name'.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS1201", json)).Message);

    [TestMethod]
    [DataRow("""{"name":"a_b","metadata":{"name":"a_b"}}""")]
    [DataRow("""{"name":"a_b"}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS1201", json));
}
