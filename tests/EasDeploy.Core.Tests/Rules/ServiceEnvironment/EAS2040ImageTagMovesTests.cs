namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2040ImageTagMovesTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': image 'registry/team/rag' has no tag, so 'latest' is taken. Write the tag that was tested, such as 'registry/team/rag:1.2'.",
        TestService.Valid.With("Image", "registry/team/rag").With("Script", "run").Finding("EAS2040").Message);

    [TestMethod]
    public void What_is_wrong_is_told_2() => Assert.AreEqual(
        "service 'qwen_chat': image 'registry:5000/rag:latest' has the tag 'latest', which moves. Write the tag that was tested, such as 'registry:5000/rag:1.2'.",
        TestService.Valid.With("Image", "registry:5000/rag:latest").With("Script", "run").Finding("EAS2040").Message);

    [TestMethod]
    public void What_is_near_passes() => Assert.IsEmpty(TestService.Valid.With("Image", "registry:5000/rag:2").With("Script", "run").Findings("EAS2040"));

    [TestMethod]
    public void What_is_near_passes_2() => Assert.IsEmpty(TestService.Valid.With("Image", "registry/rag@sha256:0123").With("Script", "run").Findings("EAS2040"));

    [TestMethod]
    public void What_is_near_passes_3() => Assert.IsEmpty(TestService.Valid.Findings("EAS2040"));
}
