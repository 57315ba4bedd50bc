namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2119ImageNotForEasTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': image 'pytorch-training:2.3.1-gpu' does not carry the label system.supported.eas=true, so EAS does not promise to start it. "
        + "Choose one of 'dotnet eas list images', or label the image.",
        TestService.Valid.With("Image", "pytorch-training:2.3.1-gpu").With("Script", "python a.py").Finding("EAS2119").Message);

    [TestMethod]
    [DataRow("vllm:0.14.0-gpu")]
    [DataRow("my-team-vllm:2026.01")]
    [DataRow("registry-vpc.cn-hangzhou.aliyuncs.com/team/unknown:1")]
    public void A_labelled_image_and_one_that_is_not_known_pass(string image) => Assert.IsEmpty(TestService.Valid.With("Image", image).Findings("EAS2119"));

    [TestMethod]
    public void An_image_that_is_only_not_in_the_official_list_is_known_all_the_same() =>
        Assert.IsEmpty(TestService.Valid.With("Image", "pytorch-training:2.3.1-gpu").Findings("EAS2101"));
}
