using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2009FlagValueTests
{
    [TestMethod]
    [DataRow("yes", "true")]
    [DataRow("1", "true")]
    [DataRow("ture", "true")]
    [DataRow("no", "false")]
    [DataRow("0", "false")]
    [DataRow("Off", "false")]
    public void A_word_that_is_no_flag_is_refused_with_its_likely_meaning(string value, string offer)
    {
        TestService service = TestService.Valid.With("Enabled", value);
        Diagnostic finding = service.Finding("EAS2009");
        Assert.AreEqual(service.LineOf("Enabled"), finding.Location.Line);
        StringAssert.EndsWith(finding.Message, $"Set Enabled=\"{offer}\".");
    }

    [TestMethod]
    public void ReadOnly_of_a_storage_item_is_a_flag()
    {
        TestService service = TestService.Valid.WithStorage("oss://team-data/lora/", ("MountPath", "/data"), ("ReadOnly", "ro"));
        StringAssert.Contains(service.Finding("EAS2009").Message, "ReadOnly 'ro' is neither");
    }

    [TestMethod]
    [DataRow("true")]
    [DataRow("False")]
    [DataRow(" TRUE ")]
    public void True_and_false_pass_in_any_case(string value) => Assert.IsEmpty(TestService.Valid.With("Enabled", value).Findings("EAS2009"));
}
