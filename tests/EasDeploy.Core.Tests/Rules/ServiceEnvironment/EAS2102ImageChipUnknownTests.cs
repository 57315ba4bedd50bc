using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2102ImageChipUnknownTests
{
    [TestMethod]
    [DataRow("python-inference:py39-ubuntu2004", "has no chip label")]
    [DataRow("npu-probe:1.0", "names only chips this version does not know (NPU)")]
    public void An_image_without_a_known_chip_warns(string image, string reason)
    {
        TestService service = TestService.Valid.With("Image", image);
        Diagnostic finding = service.Finding("EAS2102");
        Assert.AreEqual(Severity.Warning, finding.Severity);
        Assert.AreEqual(service.LineOf("Image"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"image '{image}' {reason}");
        StringAssert.Contains(finding.Message, "Compare InstanceType 'ecs.gn7i-c16g1.4xlarge' with");
    }

    [TestMethod]
    public void What_is_to_be_compared_is_what_the_service_names()
    {
        TestService bare = TestService.Valid.With("Image", "python-inference:py39-ubuntu2004").Without("InstanceType");
        StringAssert.Contains(bare.Finding("EAS2102").Message, "Compare the instance type you choose with");
        StringAssert.Contains(bare.With("ResourceGroup", "production").Finding("EAS2102").Message, "Compare the resource group with");
    }

    [TestMethod]
    [DataRow("vllm:0.14.0-gpu")]
    [DataRow("case-probe:1.0")]
    [DataRow("tensorflow-serving:2.14.1")]
    [DataRow("registry.example.test/team/server:1")]
    public void Known_chips_and_custom_images_pass(string image) => Assert.IsEmpty(TestService.Valid.With("Image", image).Findings("EAS2102"));
}
