using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3030InstanceEntryTypeTests
{
    [TestMethod]
    [DataRow("""{"cloud":{"computing":{"instances":[{"spot_price_limit":1}]}}}""", "'cloud.computing.instances.0' has no 'type'. Write one entry per instance type.")]
    [DataRow("""{"cloud":{"computing":{"instances":[{"type":"a"},{"type":"a"}]}}}""", "'cloud.computing.instances.1' names 'a' again. Write one entry per instance type.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS3030", json)).Message);

    [TestMethod]
    [DataRow("""{"cloud":{"computing":{"instances":[{"type":"a"},{"type":"b"}]}}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS3030", json));
}
