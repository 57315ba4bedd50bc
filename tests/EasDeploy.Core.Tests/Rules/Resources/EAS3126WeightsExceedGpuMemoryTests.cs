namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3126WeightsExceedGpuMemoryTests
{
    private static TestService Llama70B => TestService.Valid.With("Model", "oss://my-models/llama3.1-70b-instruct/");

    [TestMethod]
    public void A_model_of_70_billion_on_one_card_is_told_with_the_type_that_holds_it() => Assert.AreEqual(
        "service 'qwen_chat': the weights of 'oss://my-models/llama3.1-70b-instruct/' take 131.4 GB, and 'ecs.gn7i-c16g1.4xlarge' has 1 x 24 GB for them. "
        + "Set InstanceType to ecs.gn7e-c16g1.16xlarge (4 x 80 GB) and write --tensor-parallel-size 4.",
        Llama70B.Finding("EAS3126").Message);

    [TestMethod]
    public void With_a_shorter_length_a_smaller_type_is_named() => StringAssert.Contains(
        Llama70B.With("Script", "vllm serve /model_dir --port 8000 --max-model-len 8192").Finding("EAS3126").Message,
        "Set InstanceType to ecs.gn8v-2x.8xlarge (2 x 96 GB) and write --tensor-parallel-size 2.");

    [TestMethod]
    public void All_cards_of_the_spread_count_and_no_more()
    {
        TestService four = TestService.Valid.With("Model", "oss://my-models/qwen2.5-14b-sharded/").With("InstanceType", "ecs.gn7i-c32g1.32xlarge");
        Assert.IsNotEmpty(four.With("Script", "vllm serve /model_dir --port 8000").Findings("EAS3126"));
        Assert.IsEmpty(four.With("Script", "vllm serve /model_dir --port 8000 --tensor-parallel-size 4").Findings("EAS3126"));
        Assert.IsEmpty(four.With("Script", "vllm serve /model_dir --port 8000 -tp 2 -pp 2").Findings("EAS3126"));
    }

    [TestMethod]
    public void Weights_made_smaller_while_they_are_loaded_pass() => Assert.IsEmpty(
        TestService.Valid.With("Model", "oss://my-models/qwen2.5-14b-sharded/").With("Script", "vllm serve /model_dir --port 8000 --quantization fp8").Findings("EAS3126"));

    [TestMethod]
    [DataRow("oss://yqtest-model/llama-7b/")]
    [DataRow("oss://secret-models/m/")]
    [DataRow("oss://my-models/qwen-gguf/")]
    public void What_fits_or_cannot_be_reckoned_passes(string model) => Assert.IsEmpty(TestService.Valid.With("Model", model).Findings("EAS3126"));

    [TestMethod]
    public void More_cards_than_there_are_is_another_finding()
    {
        TestService service = Llama70B.With("Script", "vllm serve /model_dir --port 8000 --tensor-parallel-size 2");
        Assert.IsEmpty(service.Findings("EAS3126"));
        Assert.IsNotEmpty(service.Findings("EAS3120"));
    }
}
