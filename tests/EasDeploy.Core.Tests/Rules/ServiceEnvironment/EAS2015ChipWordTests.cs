using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2015ChipWordTests
{
    [TestMethod]
    [DataRow("NPU")]
    [DataRow("GPU;PPU")]
    [DataRow("0")]
    public void Another_word_is_refused(string chip)
    {
        TestService service = TestService.Valid.With("Image", "vllm").With("Chip", chip);
        Diagnostic finding = service.Finding("EAS2015");
        Assert.AreEqual(service.LineOf("Chip"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"Chip '{chip}' is none of GPU, CPU, PPU and XPU");
    }

    [TestMethod]
    [DataRow("GPU")]
    [DataRow("cpu")]
    [DataRow("ppu")]
    [DataRow("XPU")]
    public void The_four_words_pass_in_any_case(string chip) => Assert.IsEmpty(TestService.Valid.With("Image", "vllm").With("Chip", chip).Findings("EAS2015"));
}
