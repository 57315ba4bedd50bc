using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2001ImageMissingTests
{
    [TestMethod]
    public void A_service_without_an_image_is_an_error_at_the_item()
    {
        Diagnostic finding = TestService.Valid.Without("Image").Finding("EAS2001");
        Assert.AreEqual(TestService.ItemLine, finding.Location.Line);
        StringAssert.Contains(finding.Message, "Add Image=\"vllm:0.14.0-gpu\"");
    }

    [TestMethod]
    public void Spaces_are_no_image() => Assert.ContainsSingle(TestService.Valid.With("Image", "  ").Findings("EAS2001"));

    [TestMethod]
    public void Any_text_is_an_image_here() => Assert.IsEmpty(TestService.Valid.With("Image", "nobody").Findings("EAS2001"));
}
