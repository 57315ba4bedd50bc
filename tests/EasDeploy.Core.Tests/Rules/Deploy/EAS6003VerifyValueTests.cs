using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Deploy;

[TestClass]
public sealed class EAS6003VerifyValueTests
{
    [TestMethod]
    [DataRow("Gatway", "Gateway")]
    [DataRow("Modell", "Model")]
    [DataRow("true", "Gateway")]
    [DataRow("0", "Gateway")]
    [DataRow("None,Model", "Gateway")]
    public void What_is_no_level_is_refused(string value, string offer)
    {
        TestService service = TestService.Valid.With("Verify", value);
        Diagnostic finding = service.Finding("EAS6003");
        Assert.AreEqual(service.LineOf("Verify"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"Set Verify=\"{offer}\"");
    }

    [TestMethod]
    [DataRow("None")]
    [DataRow("gateway")]
    [DataRow(" MODEL ")]
    public void The_three_levels_pass_in_any_case(string value) => Assert.IsEmpty(TestService.Valid.With("Verify", value).Findings("EAS6003"));
}
