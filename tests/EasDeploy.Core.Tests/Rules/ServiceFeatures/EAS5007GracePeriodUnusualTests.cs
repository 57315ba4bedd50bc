using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5007GracePeriodUnusualTests
{
    [TestMethod]
    [DataRow("29", "30")]
    [DataRow("0", "30")]
    [DataRow("601", "600")]
    public void A_period_outside_of_the_usual_is_reported(string seconds, string offer)
    {
        TestService service = TestService.Valid.With("TerminationGracePeriod", seconds);
        Diagnostic finding = service.Finding("EAS5007");
        Assert.AreEqual(service.LineOf("TerminationGracePeriod"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"Set TerminationGracePeriod=\"{offer}\"");
    }

    [TestMethod]
    [DataRow("30")]
    [DataRow("600")]
    public void A_usual_one_passes(string seconds) => Assert.IsEmpty(TestService.Valid.With("TerminationGracePeriod", seconds).Findings("EAS5007"));
}
