using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2213VersionOfTaggedImageTests
{
    [TestMethod]
    [DataRow("ImageVersion", "[0.12,)")]
    [DataRow("Chip", "GPU")]
    public void A_choice_that_chooses_nothing_is_refused(string name, string value)
    {
        TestService service = TestService.Valid.With(name, value);
        Diagnostic finding = service.Finding("EAS2213");
        Assert.AreEqual(service.LineOf(name), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"{name} '{value}' chooses among the images of a family, and Image 'vllm:0.14.0-gpu' is one image already. Remove {name}, or set Image=\"vllm\"");
    }

    [TestMethod]
    public void With_a_bare_family_both_choose() =>
        Assert.IsEmpty(TestService.Valid.With("Image", "vllm").With("ImageVersion", "[0.12,)").With("Chip", "GPU").Findings("EAS2213"));
}
