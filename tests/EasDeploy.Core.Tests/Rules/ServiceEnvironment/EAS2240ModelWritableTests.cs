namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2240ModelWritableTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': 'oss://yqtest-model/a/' is mounted at '/model_dir' with write access, and the start command reads its model there. Set ReadOnly=\"true\".",
        TestService.Valid.Without("Model").WithStorage("oss://yqtest-model/a/", ("MountPath", "/model_dir")).Finding("EAS2240").Message);

    [TestMethod]
    public void What_is_near_passes() => Assert.IsEmpty(TestService.Valid.Without("Model").WithStorage("oss://yqtest-model/a/", ("MountPath", "/model_dir"), ("ReadOnly", "true")).Findings("EAS2240"));

    [TestMethod]
    public void What_is_near_passes_2() => Assert.IsEmpty(TestService.Valid.WithStorage("oss://yqtest-model/out/", ("MountPath", "/out")).Findings("EAS2240"));
}
