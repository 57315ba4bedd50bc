namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3127ModelExceedsGpuMemoryTests
{
    private static TestService Llama8B => TestService.Valid.With("Model", "oss://my-models/llama3.1-8b-instruct/");

    [TestMethod]
    public void The_arithmetic_is_shown_with_the_type_and_the_length_that_fit() => Assert.AreEqual(
        "service 'qwen_chat': 'oss://my-models/llama3.1-8b-instruct/' needs 32.0 GB and gets 21.6 GB of 'ecs.gn7i-c16g1.4xlarge' (1 x 24 GB x 0.9): "
        + "weights 15.0 GB + cache 16.0 GB (131072 tokens) + working memory 1 x 1.0 GB. Set InstanceType to ecs.gn8is.2xlarge (1 x 48 GB), or write --max-model-len 46080.",
        Llama8B.Finding("EAS3127").Message);

    [TestMethod]
    [DataRow("vllm serve /model_dir --port 8000 --max-model-len 32768")]
    [DataRow("vllm serve /model_dir --port 8000 --max-model-len=32K")]
    [DataRow("vllm serve /model_dir --port 8000 --max-model-len auto")]
    [DataRow("vllm serve /model_dir --port 8000 --kv-cache-dtype fp8 --max-model-len 90000")]
    public void A_length_that_fits_passes(string script) => Assert.IsEmpty(Llama8B.With("Script", script).Findings("EAS3127"));

    [TestMethod]
    [DataRow("vllm serve /model_dir --port 8000 --max-model-len 50000")]
    [DataRow("vllm serve /model_dir --port 8000 --max-model-len 32768 --gpu-memory-utilization 0.7")]
    public void One_that_does_not_is_told(string script) => Assert.IsNotEmpty(Llama8B.With("Script", script).Findings("EAS3127"));

    [TestMethod]
    public void SGLang_is_told_its_own_option() => StringAssert.Contains(
        Llama8B.With("Image", "sglang:0.5.6-gpu").Finding("EAS3127").Message, "or write --context-length 46080.");

    [TestMethod]
    public void An_old_model_that_keeps_every_head_needs_more() => StringAssert.Contains(
        TestService.Valid.With("Model", "oss://yqtest-model/llama-7b/").With("InstanceType", "ecs.gn6i-c4g1.xlarge").Finding("EAS3127").Message,
        "needs 15.6 GB and gets 14.4 GB of 'ecs.gn6i-c4g1.xlarge' (1 x 16 GB x 0.9): weights 12.6 GB + cache 2.0 GB (4096 tokens) + working memory 1 x 1.0 GB");

    [TestMethod]
    public void What_fits_passes_and_weights_that_do_not_are_another_finding()
    {
        Assert.IsEmpty(TestService.Valid.Findings("EAS3127"));
        Assert.IsEmpty(TestService.Valid.With("Model", "oss://my-models/llama3.1-70b-instruct/").Findings("EAS3127"));
    }
}
