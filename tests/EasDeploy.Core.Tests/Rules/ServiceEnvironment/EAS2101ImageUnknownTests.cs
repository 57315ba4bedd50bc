using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2101ImageUnknownTests
{
    [TestMethod]
    [DataRow("vlm:0.14.0-gpu", "vllm:0.14.0-gpu")]
    [DataRow("vllm:0.14.0", "vllm:0.14.0-gpu")]
    [DataRow("sglang:0.5.8", "sglang:0.5.8-acclep1.2.1-gpu")]
    [DataRow("VLLM:0.12.0-GPU", "vllm:0.12.0-gpu")]
    [DataRow("vllm:2099.12.31-nightly-build", "vllm:0.14.0-gpu")]
    [DataRow("something:else", "vllm:0.14.0-gpu")]
    public void An_unknown_name_gets_the_likely_one(string image, string offer)
    {
        TestService service = TestService.Valid.With("Image", image);
        Diagnostic finding = service.Finding("EAS2101");
        Assert.AreEqual(service.LineOf("Image"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"image '{image}' is not in the official list of cn-hangzhou. Set Image=\"{offer}\"");
    }

    [TestMethod]
    [DataRow("vllm:0.14.0-gpu")]
    [DataRow("eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu")]
    [DataRow("registry.example.test/team/server:1")]
    public void Known_names_and_every_address_pass(string image) => Assert.IsEmpty(TestService.Valid.With("Image", image).Findings("EAS2101"));

    [TestMethod]
    public void Without_a_catalog_the_rule_rests() =>
        Assert.IsEmpty(TestService.Valid.With("Image", "nobody:1").Findings("EAS2101", TestCatalog.NotQueried));
}
