using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3002ResourceNumbersTests
{
    [TestMethod]
    [DataRow("Cpu", "0", "cores, 1 or more. Set Cpu=\"8\".")]
    [DataRow("Memory", "32GB", "MB, 1 or more. Set Memory=\"32768\".")]
    [DataRow("Gpu", "-1", "cards, 0 or more. Set Gpu=\"1\".")]
    [DataRow("WaitTimeout", "00:10:00", "seconds, 1 or more. Set WaitTimeout=\"900\".")]
    public void A_number_out_of_range_is_told_its_unit(string metadata, string value, string end)
    {
        TestService service = TestService.Valid.With(metadata, value);
        Diagnostic finding = service.Finding("EAS3002");
        Assert.AreEqual(service.LineOf(metadata), finding.Location.Line);
        StringAssert.EndsWith(finding.Message, end);
    }

    [TestMethod]
    [DataRow("Cpu", "1")]
    [DataRow("Memory", "4096")]
    [DataRow("Gpu", "0")]
    [DataRow("WaitTimeout", "1")]
    public void The_least_allowed_numbers_pass(string metadata, string value) => Assert.IsEmpty(TestService.Valid.With(metadata, value).Findings("EAS3002"));
}
