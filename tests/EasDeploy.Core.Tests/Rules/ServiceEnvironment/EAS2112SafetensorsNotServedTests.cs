namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2112SafetensorsNotServedTests
{
    [TestMethod]
    [DataRow("oss://yqtest-model/Qwen3.5-0.8B/")]
    [DataRow("oss://my-models/checkpoints/")]
    public void Weights_in_another_format_are_told(string model) => Assert.AreEqual(
        $"service 'qwen_chat': '{model}' holds no GGUF file, and image 'llama.cpp:b6500-gpu' reads nothing else. Set Image=\"vllm:0.14.0-gpu\", or convert the model to GGUF.",
        TestService.Valid.With("Image", "llama.cpp:b6500-gpu").With("Model", model).Finding("EAS2112", SeedCatalog.Queried).Message);

    [TestMethod]
    [DataRow("llama.cpp:b6500-gpu", "oss://my-models/qwen-gguf/")]
    [DataRow("vllm:0.14.0-gpu", "oss://yqtest-model/Qwen3.5-0.8B/")]
    public void What_meets_passes(string image, string model) =>
        Assert.IsEmpty(TestService.Valid.With("Image", image).With("Model", model).Findings("EAS2112", SeedCatalog.Queried));
}
