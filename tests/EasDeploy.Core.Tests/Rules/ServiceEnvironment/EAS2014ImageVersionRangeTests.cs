using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2014ImageVersionRangeTests
{
    [TestMethod]
    [DataRow("latest")]
    [DataRow("0.14.0-gpu:x")]
    [DataRow("[0.12")]
    [DataRow("0.*.1")]
    [DataRow("(,)x")]
    public void What_is_no_range_is_refused(string range)
    {
        TestService service = TestService.Valid.With("Image", "vllm").With("ImageVersion", range);
        Diagnostic finding = service.Finding("EAS2014");
        Assert.AreEqual(service.LineOf("ImageVersion"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"ImageVersion '{range}' is not a version range");
    }

    [TestMethod]
    [DataRow("[0.12,0.14]")]
    [DataRow("[0.12,)")]
    [DataRow("[0.14.0]")]
    [DataRow("0.12")]
    [DataRow("(,0.14)")]
    [DataRow("[0.13.0-rc.1,0.14)")]
    [DataRow("[0.13.0rc2]")]
    [DataRow("0.14.*")]
    public void Ranges_pass(string range) => Assert.IsEmpty(TestService.Valid.With("Image", "vllm").With("ImageVersion", range).Findings("EAS2014"));
}
