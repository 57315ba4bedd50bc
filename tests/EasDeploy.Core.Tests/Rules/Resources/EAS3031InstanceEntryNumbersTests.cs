using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3031InstanceEntryNumbersTests
{
    [TestMethod]
    [DataRow("""{"cloud":{"computing":{"instances":[{"type":"a","spot_price_limit":0}]}}}""", "'cloud.computing.instances.0.spot_price_limit' is 0. Write a price above 0 USD per hour, such as 1.5, or leave it out.")]
    [DataRow("""{"cloud":{"computing":{"instances":[{"type":"a","capacity":-1}]}}}""", "'cloud.computing.instances.0.capacity' is -1. Write a number of instances such as 2, or a share such as \"20%\".")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS3031", json)).Message);

    [TestMethod]
    [DataRow("""{"cloud":{"computing":{"instances":[{"type":"a","spot_price_limit":0.5,"capacity":"20%"},{"type":"b","capacity":3}]}}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS3031", json));
}
