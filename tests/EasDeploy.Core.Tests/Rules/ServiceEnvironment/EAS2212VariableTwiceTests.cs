using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2212VariableTwiceTests
{
    [TestMethod]
    public void The_second_item_is_reported()
    {
        TestService service = TestService.Valid.WithVariable("A", ("Value", "1")).WithVariable("A", ("Value", "2"));
        Diagnostic finding = service.Finding("EAS2212");
        Assert.AreEqual(41, finding.Location.Line);
        StringAssert.Contains(finding.Message, "the variable 'A' is set twice");
    }

    [TestMethod]
    public void Names_differ_in_case() =>
        Assert.IsEmpty(TestService.Valid.WithVariable("A", ("Value", "1")).WithVariable("a", ("Value", "2")).Findings("EAS2212"));
}
