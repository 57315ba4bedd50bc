namespace EasDeploy.Rules.BasicInfo;

[TestClass]
public sealed class EAS1010NameStartsWithLetterTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service name '2_chat' starts with '2'. Rename the service to 'svc_2_chat' if other tools are to use its name.",
        TestService.Valid.Named("2_chat").Finding("EAS1010").Message);

    [TestMethod]
    public void What_is_near_passes() => Assert.IsEmpty(TestService.Valid.Findings("EAS1010"));

    [TestMethod]
    public void What_is_near_passes_2() => Assert.IsEmpty(TestService.Valid.Named("q2_chat").Findings("EAS1010"));
}
