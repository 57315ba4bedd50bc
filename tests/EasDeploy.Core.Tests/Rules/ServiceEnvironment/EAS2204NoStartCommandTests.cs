using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2204NoStartCommandTests
{
    [TestMethod]
    [DataRow("pytorch-inference:2.7.1-py312-cpu-ubuntu22.04")]
    [DataRow("registry.example.test/team/server:1")]
    public void An_image_nobody_can_start_warns(string image)
    {
        TestService service = TestService.Valid.With("Image", image).With("Port", "8123");
        Diagnostic finding = service.Finding("EAS2204");
        Assert.AreEqual(Severity.Warning, finding.Severity);
        Assert.AreEqual(service.LineOf("Image"), finding.Location.Line);
        StringAssert.EndsWith(finding.Message, "the command that starts the server on port 8123.");
    }

    [TestMethod]
    public void A_script_or_a_command_is_enough()
    {
        TestService service = TestService.Valid.With("Image", "pytorch-inference:2.7.1-py312-cpu-ubuntu22.04");
        Assert.IsEmpty(service.With("Script", "python app.py").Findings("EAS2204"));
        Assert.IsEmpty(service.With("Command", "python app.py").Findings("EAS2204"));
    }

    [TestMethod]
    [DataRow("vllm:0.14.0-gpu")]
    [DataRow("vllm:v0.9.1-modelgallery")]
    [DataRow("nobody:1")]
    public void A_preset_a_typical_command_and_an_unknown_image_pass(string image) =>
        Assert.IsEmpty(TestService.Valid.With("Image", image).Findings("EAS2204"));

    [TestMethod]
    public void Without_a_catalog_the_rule_rests() =>
        Assert.IsEmpty(TestService.Valid.With("Image", "registry.example.test/team/server:1").Findings("EAS2204", TestCatalog.NotQueried));
}
