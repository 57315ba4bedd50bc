namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2120PrivateImageWithoutLoginTests
{
    [TestMethod]
    [DataRow("my-team-vllm:2026.01")]
    [DataRow("registry-vpc.cn-hangzhou.aliyuncs.com/my-team/my-team-vllm:2026.01")]
    public void What_is_wrong_is_told(string image) => Assert.AreEqual(
        "service 'qwen_chat': image 'my-team-vllm:2026.01' is private, and no login is given, so it may not be pulled. "
        + "Set RegistryAuthFromEnvironment=\"REGISTRY_AUTH\", a variable that holds user:password.",
        TestService.Valid.With("Image", image).With("Script", "serve").Finding("EAS2120").Message);

    [TestMethod]
    public void A_login_and_a_public_image_pass()
    {
        Assert.IsEmpty(TestService.Valid.With("Image", "my-team-vllm:2026.01").With("RegistryAuthFromEnvironment", "REGISTRY_AUTH").Findings("EAS2120"));
        Assert.IsEmpty(TestService.Valid.With("Image", "my-team-api:1.4.0").Findings("EAS2120"));
    }
}
