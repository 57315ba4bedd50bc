namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2114SingleFileModelTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': 'oss://my-models/checkpoints/' holds a single-file image model, and image 'vllm:0.14.0-gpu' serves language models. "
        + "Set Image=\"comfyui:2.2-api\", or point to a folder with config.json.",
        TestService.Valid.With("Model", "oss://my-models/checkpoints/").Finding("EAS2114", SeedCatalog.Queried).Message);

    [TestMethod]
    [DataRow("comfyui:2.2", "oss://my-models/checkpoints/")]
    [DataRow("vllm:0.14.0-gpu", "oss://yqtest-model/Qwen3.5-0.8B/")]
    public void What_meets_passes(string image, string model) =>
        Assert.IsEmpty(TestService.Valid.With("Image", image).With("Model", model).Findings("EAS2114", SeedCatalog.Queried));
}
