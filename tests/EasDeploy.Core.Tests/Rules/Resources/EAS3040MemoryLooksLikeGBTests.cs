namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3040MemoryLooksLikeGBTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': Memory is 30 MB. Write Memory=\"30720\" if 30 GB are meant.",
        TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Cpu", "8").With("Memory", "30").With("Gpu", "1").Finding("EAS3040").Message);

    [TestMethod]
    public void What_is_near_passes() => Assert.IsEmpty(TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Cpu", "8").With("Memory", "512").With("Gpu", "1").Findings("EAS3040"));
}
