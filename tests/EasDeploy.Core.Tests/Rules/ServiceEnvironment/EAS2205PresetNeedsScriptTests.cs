using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2205PresetNeedsScriptTests
{
    [TestMethod]
    public void A_preset_with_a_hidden_port_does_not_fit_another_one()
    {
        TestService service = TestService.Valid.With("Image", "pai-rag:0.1").With("InstanceType", "ecs.c7.xlarge").With("Port", "8000");
        Diagnostic finding = service.Finding("EAS2205");
        Assert.AreEqual(service.LineOf("Port"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "listens on its own port 8001, not on 8000: pai_rag serve.");
        StringAssert.EndsWith(finding.Message, "Set Script to a command that listens on 8000, or set Port=\"8001\".");
    }

    [TestMethod]
    [DataRow("pai-rag:0.1", "8001")]
    [DataRow("pai-rag:0.4.3", "8000")]
    public void The_images_own_port_and_a_readable_preset_pass(string image, string port) =>
        Assert.IsEmpty(TestService.Valid.With("Image", image).With("Port", port).Findings("EAS2205"));

    [TestMethod]
    public void The_authors_script_ends_the_question() =>
        Assert.IsEmpty(TestService.Valid.With("Image", "pai-rag:0.1").With("Port", "8000").With("Script", "pai_rag serve").Findings("EAS2205"));
}
