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

    [TestMethod]
    [DataRow("registry-vpc.cn-hangzhou.aliyuncs.com/team/api:1.4.0")]
    [DataRow("registry.cn-beijing.aliyuncs.com/team/deep/api:1.4.0")]
    [DataRow("team-registry-vpc.cn-hangzhou.cr.aliyuncs.com/team/api@sha256:0011")]
    public void A_repository_of_ones_own_is_private_unless_made_public(string image) => Assert.AreEqual(
        $"service 'qwen_chat': image '{image}' is in a repository of your own, private unless you made it public, and no login is given, so it may not be pulled. "
        + "Set RegistryAuthFromEnvironment=\"REGISTRY_AUTH\", a variable that holds user:password.",
        TestService.Valid.With("Image", image).With("Script", "serve").Finding("EAS2120").Message);

    [TestMethod]
    [DataRow("eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:0.0.1-gpu")]
    [DataRow("registry-vpc.cn-hangzhou.aliyuncs.com/pai-dlc/torch:2.4")]
    [DataRow("dsw-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai/easyanimate:1.0")]
    [DataRow("docker.io/vllm/vllm-openai:v0.9.1")]
    public void A_repository_of_somebody_else_is_not_judged(string image) =>
        Assert.IsEmpty(TestService.Valid.With("Image", image).With("Script", "serve").Findings("EAS2120"));
}
