namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2041PublicRegistryAddressTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': image 'registry.cn-hangzhou.aliyuncs.com/team/rag:1.2' is pulled over the internet, which instances of EAS do not reach by themselves. Write 'registry-vpc.cn-hangzhou.aliyuncs.com/team/rag:1.2'.",
        TestService.Valid.With("Image", "registry.cn-hangzhou.aliyuncs.com/team/rag:1.2").With("Script", "run").Finding("EAS2041").Message);

    [TestMethod]
    public void What_is_near_passes() => Assert.IsEmpty(TestService.Valid.With("Image", "registry-vpc.cn-hangzhou.aliyuncs.com/team/rag:1.2").With("Script", "run").Findings("EAS2041"));

    [TestMethod]
    public void What_is_near_passes_2() => Assert.IsEmpty(TestService.Valid.With("Image", "registry.example.com/team/rag:1.2").With("Script", "run").Findings("EAS2041"));

    [TestMethod]
    [DataRow("docker.io/team/rag:1.2")]
    [DataRow("ghcr.io/team/rag@sha256:abc")]
    [DataRow("team/rag:1.2")]
    public void A_registry_of_the_world_needs_a_network_of_the_service(string image)
    {
        TestService service = TestService.Valid.With("Image", image).With("Script", "run");
        StringAssert.Contains(service.Finding("EAS2041").Message, "Write the -vpc address of a registry of the region, and push the image there.");
        Assert.IsEmpty(service.InNetwork().Findings("EAS2041"));
    }
}
