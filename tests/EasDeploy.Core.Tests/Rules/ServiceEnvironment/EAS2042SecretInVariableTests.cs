namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2042SecretInVariableTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': variable 'HF_TOKEN' looks secret, and its value is written to eas_service.json. Write FromEnvironment=\"HF_TOKEN\" instead of Value.",
        TestService.Valid.WithVariable("HF_TOKEN", ("Value", "hf_abc")).Finding("EAS2042").Message);

    [TestMethod]
    public void What_is_near_passes() => Assert.IsEmpty(TestService.Valid.WithVariable("HF_TOKEN", ("FromEnvironment", "HF_TOKEN")).Findings("EAS2042"));

    [TestMethod]
    public void What_is_near_passes_2() => Assert.IsEmpty(TestService.Valid.WithVariable("TOKENIZER_PATH", ("Value", "/x")).Findings("EAS2042"));

    [TestMethod]
    public void What_is_near_passes_3() => Assert.IsEmpty(TestService.Valid.WithVariable("API_KEY", ("Value", "")).Findings("EAS2042"));
}
