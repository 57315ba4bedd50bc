namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2110ModelKindMismatchTests
{
    [TestMethod]
    public void A_language_server_does_not_read_an_image_model() => Assert.AreEqual(
        "service 'qwen_chat': 'oss://my-models/stable-diffusion-xl/' holds an image model in Diffusers layout, and image 'vllm:0.14.0-gpu' serves "
        + "a model in Hugging Face layout. Set Image=\"comfyui:2.2-api\", or point to another model.",
        TestService.Valid.With("Model", "oss://my-models/stable-diffusion-xl/").Finding("EAS2110", SeedCatalog.Queried).Message);

    [TestMethod]
    [DataRow("comfyui:2.2", "oss://yqtest-model/Qwen3.5-0.8B/")]
    [DataRow("tritonserver:25.03-py3", "oss://yqtest-model/Qwen3.5-0.8B/")]
    [DataRow("sglang:0.5.6-gpu", "oss://my-models/cosyvoice2-0.5b/")]
    [DataRow("vllm:0.14.0-gpu", "oss://my-models/triton_repo/")]
    [DataRow("cosyvoice-backend:3.0.6-gpu", "oss://my-models/qwen-gguf/")]
    public void Other_pairs_that_do_not_meet(string image, string model) =>
        Assert.IsNotEmpty(TestService.Valid.With("Image", image).With("Model", model).Findings("EAS2110", SeedCatalog.Queried));

    [TestMethod]
    [DataRow("comfyui:2.2", "oss://my-models/stable-diffusion-xl/")]
    [DataRow("stable-diffusion-webui:4.2", "oss://my-models/checkpoints/")]
    [DataRow("cosyvoice-backend:3.0.6-gpu", "oss://my-models/cosyvoice2-0.5b/")]
    [DataRow("tritonserver:25.03-py3", "oss://my-models/triton_repo/")]
    [DataRow("pytorch-inference:2.7.1-py312-gpu-cu128-ubuntu22.04", "oss://my-models/stable-diffusion-xl/")]
    [DataRow("vllm:0.14.0-gpu", "oss://my-models/qwen-gguf/")]
    [DataRow("vllm:0.14.0-gpu", "oss://my-models/pictures/")]
    [DataRow("vllm:0.14.0-gpu", "oss://secret-models/m/")]
    public void Pairs_that_meet_or_are_not_known_pass(string image, string model) =>
        Assert.IsEmpty(TestService.Valid.With("Image", image).With("Model", model).Findings("EAS2110", SeedCatalog.Queried));

    [TestMethod]
    public void Without_a_catalog_nothing_is_known() =>
        Assert.IsEmpty(TestService.Valid.With("Model", "oss://my-models/stable-diffusion-xl/").Findings("EAS2110", TestCatalog.NotQueried));
}
