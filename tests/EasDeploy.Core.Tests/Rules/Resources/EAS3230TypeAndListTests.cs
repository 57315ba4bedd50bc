using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3230TypeAndListTests
{
    [TestMethod]
    [DataRow("""{"cloud":{"computing":{"instance_type":"a","instances":[{"type":"b"}]}}}""", "'cloud.computing' has instance_type and instances, and only one of them is used. Remove instance_type.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS3230", json)).Message);

    [TestMethod]
    [DataRow("""{"cloud":{"computing":{"instance_type":"a","instances":[]}}}""")]
    [DataRow("""{"cloud":{"computing":{"instance_type":"a"}}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS3230", json));
}
