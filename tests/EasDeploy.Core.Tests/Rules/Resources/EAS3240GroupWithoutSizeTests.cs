namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3240GroupWithoutSizeTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat' runs in a resource group, and Cpu and Memory are not set. Set Cpu to cores such as 8 and Memory to MB such as 30720.",
        TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Gpu", "1").Finding("EAS3240").Message);

    [TestMethod]
    public void What_is_wrong_is_told_2() => Assert.AreEqual(
        "service 'qwen_chat' runs in a resource group, and Memory is not set. Set Memory to MB such as 30720.",
        TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Gpu", "1").With("Cpu", "8").Finding("EAS3240").Message);

    [TestMethod]
    public void What_is_near_passes() => Assert.IsEmpty(TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Cpu", "8").With("Memory", "30720").With("Gpu", "1").Findings("EAS3240"));

    [TestMethod]
    public void What_is_near_passes_2() => Assert.IsEmpty(TestService.Valid.Findings("EAS3240"));

    [TestMethod]
    [DataRow("EAS3240", "Memory", "32 GB")]
    [DataRow("EAS3241", "Gpu", "1.5")]
    public void A_number_that_cannot_be_read_is_not_called_missing(string code, string metadata, string value)
    {
        TestService service = TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Cpu", "8").With("Memory", "30720").With("Gpu", "1").With(metadata, value);
        Assert.IsEmpty(service.Findings(code));
        Assert.IsNotEmpty(service.Findings("EAS3002"));
    }
}
