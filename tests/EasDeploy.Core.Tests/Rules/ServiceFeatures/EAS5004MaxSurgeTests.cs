using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5004MaxSurgeTests
{
    [TestMethod]
    [DataRow("0")]
    [DataRow("-1")]
    [DataRow("a quarter")]
    [DataRow("25 %")]
    [DataRow("%")]
    [DataRow("2.5")]
    public void What_is_neither_is_refused(string surge)
    {
        TestService service = TestService.Valid.With("MaxSurge", surge);
        Diagnostic finding = service.Finding("EAS5004");
        Assert.AreEqual(service.LineOf("MaxSurge"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"MaxSurge '{surge}' is neither");
    }

    [TestMethod]
    [DataRow("1")]
    [DataRow("25%")]
    [DataRow("100%")]
    [DataRow(" 3 ")]
    public void A_number_or_a_share_passes(string surge) => Assert.IsEmpty(TestService.Valid.With("MaxSurge", surge).Findings("EAS5004"));
}
