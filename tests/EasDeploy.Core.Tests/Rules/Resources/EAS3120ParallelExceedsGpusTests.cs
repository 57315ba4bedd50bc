namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3120ParallelExceedsGpusTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': the start command spreads the model over 4 GPUs (tensor 4), and 'ecs.gn7i-c16g1.4xlarge' has 1. Write --tensor-parallel-size 1, or choose a larger type.",
        TestService.Valid.With("Script", "vllm serve /model_dir --port 8000 --tensor-parallel-size 4").Finding("EAS3120").Message);

    [TestMethod]
    public void What_is_wrong_is_told_2() => Assert.AreEqual(
        "service 'qwen_chat': the start command spreads the model over 8 GPUs (tensor 4 x pipeline 2), and 'ecs.gn7i-c32g1.32xlarge' has 4. Write --tensor-parallel-size 4, or choose a larger type.",
        TestService.Valid.With("InstanceType", "ecs.gn7i-c32g1.32xlarge").With("Script", "vllm serve /model_dir --port 8000 -tp=4 -pp 2").Finding("EAS3120").Message);

    [TestMethod]
    public void What_is_near_passes() => Assert.IsEmpty(TestService.Valid.With("InstanceType", "ecs.gn7i-c32g1.32xlarge").With("Script", "vllm serve /model_dir --port 8000 --tp-size 4").Findings("EAS3120"));

    [TestMethod]
    public void What_is_near_passes_2() => Assert.IsEmpty(TestService.Valid.With("Script", "vllm serve /model_dir --port 8000 --tpx 4").Findings("EAS3120"));
}
