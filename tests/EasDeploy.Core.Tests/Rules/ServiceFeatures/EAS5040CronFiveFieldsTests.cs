using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5040CronFiveFieldsTests
{
    [TestMethod]
    [DataRow("""{"cronscaler":{"ScaleJobs":[{"Schedule":"0 8 * * *"}]}}""", "'cronscaler.ScaleJobs.0.Schedule' is \"0 8 * * *\", with five fields where six are read, seconds first. Write \"0 0 8 * * *\".")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS5040", json)).Message);

    [TestMethod]
    [DataRow("""{"cronscaler":{"ScaleJobs":[{"Schedule":"0 0 8 * * *"}]}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS5040", json));
}
