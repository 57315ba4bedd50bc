namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3122OneGpuUsedTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': image 'registry/comfyui:1.9' uses one GPU, and 'ecs.gn7i-c32g1.32xlarge' has 4. Choose a type with one GPU, such as ecs.gn7i-c16g1.4xlarge, and more Replicas.",
        TestService.Valid.With("Image", "registry/comfyui:1.9").With("Script", "python main.py --port 8000").With("InstanceType", "ecs.gn7i-c32g1.32xlarge").Finding("EAS3122").Message);

    [TestMethod]
    public void What_is_near_passes() => Assert.IsEmpty(TestService.Valid.With("Image", "registry/comfyui:1.9").With("Script", "python main.py --port 8000").Findings("EAS3122"));

    [TestMethod]
    public void What_is_near_passes_2() => Assert.IsEmpty(TestService.Valid.With("InstanceType", "ecs.gn7i-c32g1.32xlarge").Findings("EAS3122"));
}
