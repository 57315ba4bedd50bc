using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.BasicInfo;

[TestClass]
public sealed class EAS1002ServiceNameMissingTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("  ")]
    public void A_service_without_a_name_is_one_finding_only(string name)
    {
        Diagnostic finding = TestService.Valid.Named(name).Finding("EAS1002");
        StringAssert.Contains(finding.Message, "Include=\"qwen_chat\"");
        Assert.AreEqual("EAS1002", Assert.ContainsSingle(TestService.Valid.Named(name).Check().Diagnostics).Code);
    }

    [TestMethod]
    public void A_name_of_one_letter_is_a_name() => Assert.IsEmpty(TestService.Valid.Named("q").Findings("EAS1002"));
}
