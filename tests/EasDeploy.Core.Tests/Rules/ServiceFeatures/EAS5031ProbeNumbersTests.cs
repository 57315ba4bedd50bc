using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5031ProbeNumbersTests
{
    [TestMethod]
    [DataRow("""{"containers":[{"startup_check":{"tcp_socket":{},"period_seconds":0}}]}""", "'containers.0.startup_check.period_seconds' is 0. Write 1 or more.")]
    [DataRow("""{"containers":[{"liveness_check":{"tcp_socket":{},"initial_delay_seconds":-1}}]}""", "'containers.0.liveness_check.initial_delay_seconds' is -1. Write 0 or more.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS5031", json)).Message);

    [TestMethod]
    [DataRow("""{"containers":[{"startup_check":{"tcp_socket":{},"period_seconds":1,"initial_delay_seconds":0}}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS5031", json));
}
