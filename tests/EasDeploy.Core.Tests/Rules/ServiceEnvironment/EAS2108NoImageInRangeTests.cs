using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2108NoImageInRangeTests
{
    [TestMethod]
    public void A_range_nothing_is_in_is_refused_with_what_there_is()
    {
        TestService service = TestService.Valid.With("Image", "vllm").With("ImageVersion", "[1.0,)");
        Diagnostic finding = service.Finding("EAS2108");
        Assert.AreEqual(service.LineOf("ImageVersion"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "no image of family 'vllm' fits ImageVersion '[1.0.0, )'; there are 0.14.0-xpu, 0.14.0-ppu, 0.14.0-gpu, 0.12.0-gpu, ….");
    }

    [TestMethod]
    public void A_chip_the_family_has_not_is_refused()
    {
        TestService service = TestService.Valid.With("Image", "vllm").With("Chip", "CPU");
        Diagnostic finding = service.Finding("EAS2108");
        Assert.AreEqual(service.LineOf("Chip"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "fits a release and Chip CPU");
    }

    [TestMethod]
    public void The_newest_of_the_family_can_be_pasted() => StringAssert.Contains(
        TestService.Valid.With("Image", "vllm").With("ImageVersion", "[1.0,)").Finding("EAS2108").Message, "Set Image=\"vllm:0.14.0-gpu\", or ImageVersion and Chip");

    [TestMethod]
    public void A_family_that_fits_or_does_not_exist_is_not_judged_here()
    {
        Assert.IsEmpty(TestService.Valid.With("Image", "vllm").With("ImageVersion", "[0.12,0.13)").Findings("EAS2108"));
        Assert.IsEmpty(TestService.Valid.With("Image", "nobody").Findings("EAS2108"));
        Assert.IsEmpty(TestService.Valid.Findings("EAS2108"));
    }
}
