using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3003NeedNumbersTests
{
    [TestMethod]
    [DataRow("GpuCount", "-1", "a whole number of cards, 0 or more")]
    [DataRow("GpuCount", "1.5", "a whole number of cards")]
    [DataRow("MinGpuMemory", "24GB", "a number of GB above 0")]
    [DataRow("MinCpu", "0", "a whole number of cores, 1 or more")]
    [DataRow("MinMemory", "0", "a number of GB above 0")]
    public void A_size_out_of_range_is_refused(string name, string value, string unit)
    {
        TestService service = TestService.Valid.Without("InstanceType").With(name, value);
        Diagnostic finding = service.Finding("EAS3003");
        Assert.AreEqual(service.LineOf(name), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"{name} '{value}' is not {unit}");
    }

    [TestMethod]
    [DataRow("0")]
    [DataRow("-1")]
    [DataRow("1,5")]
    [DataRow("cheap")]
    public void So_is_a_price(string price)
    {
        TestService service = TestService.Valid.With("SpotPriceLimit", price);
        Diagnostic finding = service.Finding("EAS3003");
        Assert.AreEqual(service.LineOf("SpotPriceLimit"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"SpotPriceLimit '{price}' is not a price in USD per hour above 0");
    }

    [TestMethod]
    [DataRow("GpuCount", "0")]
    [DataRow("MinGpuMemory", "22.5")]
    [DataRow("MinCpu", "1")]
    [DataRow("MinMemory", "0.5")]
    [DataRow("SpotPriceLimit", "0.01")]
    public void Numbers_in_range_pass(string name, string value) => Assert.IsEmpty(TestService.Valid.With(name, value).Findings("EAS3003"));
}
