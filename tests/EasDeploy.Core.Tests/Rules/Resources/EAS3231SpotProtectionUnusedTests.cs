using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3231SpotProtectionUnusedTests
{
    [TestMethod]
    [DataRow("""{"cloud":{"computing":{"disable_spot_protection_period":true}}}""", "'disable_spot_protection_period' is set, and no entry has a spot_price_limit. Add the limit to an entry of 'instances', or remove it.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS3231", json)).Message);

    [TestMethod]
    [DataRow("""{"cloud":{"computing":{"disable_spot_protection_period":true,"instances":[{"type":"a","spot_price_limit":1}]}}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS3231", json));
}
