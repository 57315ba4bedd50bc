using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Deploy;

[TestClass]
public sealed class EAS6001OnExistingValueTests
{
    [TestMethod]
    [DataRow("Recreat", "Recreate")]
    [DataRow("Updat", "Update")]
    [DataRow("Replace", "Fail")]
    [DataRow("1", "Fail")]
    [DataRow("+1", "Fail")]
    [DataRow("Recreate,Fail", "Fail")]
    public void What_is_no_policy_is_refused_and_never_guessed_towards_deletion(string value, string offer)
    {
        TestService service = TestService.Valid.With("OnExisting", value);
        Diagnostic finding = service.Finding("EAS6001");
        Assert.AreEqual(service.LineOf("OnExisting"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"Set OnExisting=\"{offer}\"");
    }

    [TestMethod]
    [DataRow("Recreate")]
    [DataRow("fail")]
    [DataRow(" UPDATE ")]
    public void The_three_policies_pass_in_any_case(string value) => Assert.IsEmpty(TestService.Valid.With("OnExisting", value).Findings("EAS6001"));
}
