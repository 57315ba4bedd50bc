using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2107FamilyNotLookedUpTests
{
    [TestMethod]
    public void A_bare_family_is_reported_when_nothing_could_be_asked()
    {
        TestService service = TestService.Valid.With("Image", "vllm");
        Diagnostic finding = service.Finding("EAS2107", TestCatalog.NotQueried);
        Assert.AreEqual(service.LineOf("Image"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "image 'vllm' names no version");
    }

    [TestMethod]
    public void A_tag_or_an_answer_is_enough() =>
        Assert.IsEmpty(TestService.Valid.With("Image", "vllm").Findings("EAS2107"));

    [TestMethod]
    public void A_tag_needs_no_list() =>
        Assert.IsEmpty(TestService.Valid.Findings("EAS2107", TestCatalog.NotQueried));
}
