using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5039CronScheduleTests
{
    [TestMethod]
    [DataRow("""{"cronscaler":{"ScaleJobs":[{"Schedule":"8 *","TargetSize":1}]}}""", "'cronscaler.ScaleJobs.0.Schedule' is \"8 *\". Write six fields, seconds first, such as \"0 0 8 * * *\".")]
    [DataRow("""{"cronscaler":{"ScaleJobs":[{"Schedule":"0 0 8 * * *","TargetSize":-1}]}}""", "'cronscaler.ScaleJobs.0.TargetSize' is -1. Write 0 or more.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS5039", json)).Message);

    [TestMethod]
    [DataRow("""{"cronscaler":{"ScaleJobs":[{"Schedule":"0 0 8 * * *","TargetSize":0}],"ExcludeDates":["* * * 1 1 *"]}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS5039", json));
}
