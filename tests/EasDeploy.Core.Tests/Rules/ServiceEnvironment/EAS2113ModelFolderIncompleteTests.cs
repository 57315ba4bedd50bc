namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2113ModelFolderIncompleteTests
{
    [TestMethod]
    public void A_missing_tokenizer_is_told() => Assert.AreEqual(
        "service 'qwen_chat': 'oss://my-models/no-tokenizer/' lacks tokenizer files, which image 'vllm:0.14.0-gpu' reads. Upload the whole folder of the model.",
        TestService.Valid.With("Model", "oss://my-models/no-tokenizer/").Finding("EAS2113").Message);

    [TestMethod]
    public void A_model_one_folder_deeper_is_pointed_to() => Assert.AreEqual(
        "service 'qwen_chat': 'oss://my-models/zoo/' lacks config.json and tokenizer files and weights it knows (*.safetensors), which image 'vllm:0.14.0-gpu' reads. "
        + "Set Model=\"oss://my-models/zoo/qwen/\".",
        TestService.Valid.With("Model", "oss://my-models/zoo/").Finding("EAS2113").Message);

    [TestMethod]
    public void A_tokenizer_the_command_names_is_not_missed() => Assert.IsEmpty(TestService.Valid.With("Model", "oss://my-models/no-tokenizer/")
        .With("Script", "vllm serve /model_dir --tokenizer /model_dir --port 8000").Findings("EAS2113"));

    [TestMethod]
    [DataRow("vllm:0.14.0-gpu", "oss://yqtest-model/Qwen3.5-0.8B/")]
    [DataRow("vllm:0.14.0-gpu", "oss://my-models/pictures/")]
    [DataRow("pytorch-inference:2.7.1-py312-cpu-ubuntu22.04", "oss://my-models/no-tokenizer/")]
    public void A_whole_folder_a_cut_listing_and_another_server_pass(string image, string model) =>
        Assert.IsEmpty(TestService.Valid.With("Image", image).With("Model", model).Findings("EAS2113"));
}
