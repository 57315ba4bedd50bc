namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2121NewerImageTests
{
    [TestMethod]
    public void What_is_newer_is_told() => Assert.AreEqual(
        "service 'qwen_chat': image 'vllm:0.12.0-gpu' is older than 'vllm:0.14.0-gpu', which EAS marks as the latest of its family. Set Image=\"vllm:0.14.0-gpu\" to move to it.",
        TestService.Valid.With("Image", "vllm:0.12.0-gpu").Finding("EAS2121").Message);

    [TestMethod]
    [DataRow("vllm:0.14.0-gpu")]
    [DataRow("vllm:0.14.0-xpu")]
    [DataRow("vllm")]
    [DataRow("python-inference:py39-ubuntu2004")]
    [DataRow("registry-vpc.cn-hangzhou.aliyuncs.com/team/vllm:0.1.0")]
    public void The_latest_another_chip_and_what_is_not_in_the_list_pass(string image) => Assert.IsEmpty(TestService.Valid.With("Image", image).Findings("EAS2121"));
}
