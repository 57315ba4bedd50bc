namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3121ParallelLeavesGpusTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': the start command uses 2 of the 4 GPUs of 'ecs.gn7i-c32g1.32xlarge'. Write --tensor-parallel-size 4, or choose a smaller type.",
        TestService.Valid.With("InstanceType", "ecs.gn7i-c32g1.32xlarge").With("Script", "vllm serve /model_dir --port 8000 --tensor-parallel-size 2").Finding("EAS3121").Message);

    [TestMethod]
    public void What_is_near_passes() => Assert.IsEmpty(TestService.Valid.With("InstanceType", "ecs.gn7i-c32g1.32xlarge").With("Script", "vllm serve /model_dir --port 8000 --tensor-parallel-size 2 --data-parallel-size 2").Findings("EAS3121"));

    [TestMethod]
    public void What_is_near_passes_2() => Assert.IsEmpty(TestService.Valid.Findings("EAS3121"));
}
