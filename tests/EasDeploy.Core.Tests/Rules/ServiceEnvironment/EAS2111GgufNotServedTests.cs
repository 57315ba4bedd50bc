namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2111GgufNotServedTests
{
    [TestMethod]
    [DataRow("vllm:0.14.0-gpu")]
    [DataRow("sglang:0.5.6-gpu")]
    public void A_language_server_is_told_the_image_to_use(string image) => Assert.AreEqual(
        $"service 'qwen_chat': 'oss://my-models/qwen-gguf/' holds a GGUF model, and image '{image}' does not serve it. Set Image=\"llama.cpp:b6500-gpu\", "
        + "or take the model in Hugging Face layout.",
        TestService.Valid.With("Image", image).With("Model", "oss://my-models/qwen-gguf/").Finding("EAS2111", SeedCatalog.Queried).Message);

    [TestMethod]
    [DataRow("llama.cpp:b6500-gpu", "oss://my-models/qwen-gguf/")]
    [DataRow("vllm:0.14.0-gpu", "oss://yqtest-model/Qwen3.5-0.8B/")]
    public void Its_own_server_passes(string image, string model) =>
        Assert.IsEmpty(TestService.Valid.With("Image", image).With("Model", model).Findings("EAS2111", SeedCatalog.Queried));
}
