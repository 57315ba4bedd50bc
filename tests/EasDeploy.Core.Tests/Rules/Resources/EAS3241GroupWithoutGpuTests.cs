namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3241GroupWithoutGpuTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': image 'vllm:0.14.0-gpu' needs a GPU, and Gpu is not set. Set Gpu=\"1\".",
        TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Cpu", "8").With("Memory", "30720").Finding("EAS3241").Message);

    [TestMethod]
    public void What_is_near_passes() => Assert.IsEmpty(TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Cpu", "8").With("Memory", "30720").With("Gpu", "1").Findings("EAS3241"));

    [TestMethod]
    public void What_is_near_passes_2() => Assert.IsEmpty(TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Image", "pai-rag:0.4.3").With("Cpu", "8").With("Memory", "30720").Findings("EAS3241"));
}
