namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2241ModelFromHubTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': the start command loads 'Qwen/Qwen3-8B', which is no path, from a model hub. Mount the model, and write its path.",
        TestService.Valid.With("Script", "vllm serve Qwen/Qwen3-8B --port 8000").Finding("EAS2241").Message);

    [TestMethod]
    public void What_is_near_passes() => Assert.IsEmpty(TestService.Valid.With("Script", "vllm serve /model_dir --port 8000 --served-model-name qwen").Findings("EAS2241"));

    [TestMethod]
    public void What_is_near_passes_2() => Assert.IsEmpty(TestService.Valid.With("Script", "vllm serve $MODEL --port 8000").Findings("EAS2241"));
}
