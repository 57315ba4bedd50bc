namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3123MixedGpusWithParallelTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': the start command is written for 1 GPUs, and InstanceType lists types with different ones: ecs.gn7i-c16g1.4xlarge (1 x A10), ecs.gn6i-c4g1.xlarge (1 x T4). Keep types with the same GPUs.",
        TestService.Valid.With("InstanceType", "ecs.gn7i-c16g1.4xlarge;ecs.gn6i-c4g1.xlarge").With("Script", "vllm serve /model_dir --port 8000 --tp 1").Finding("EAS3123").Message);

    [TestMethod]
    public void What_is_near_passes() => Assert.IsEmpty(TestService.Valid.With("InstanceType", "ecs.gn7i-c16g1.4xlarge;ecs.gn7i-c8g1.2xlarge").With("Script", "vllm serve /model_dir --port 8000 --tp 1").Findings("EAS3123"));

    [TestMethod]
    public void What_is_near_passes_2() => Assert.IsEmpty(TestService.Valid.With("InstanceType", "ecs.gn7i-c16g1.4xlarge;ecs.gn6i-c4g1.xlarge").With("Script", "vllm serve /model_dir --port 8000").Findings("EAS3123"));
}
