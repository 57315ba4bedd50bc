using System.Text;
using EasDeploy.Catalogs;

namespace EasDeploy.Resolution;

[TestClass]
public sealed class ModelMemoryTests
{
    private const long GB = 1L << 30;
    private static readonly InstanceType s_a10 = TestCatalog.InstanceTypes.Single(type => type.Name == "ecs.gn7i-c16g1.4xlarge");

    [TestMethod]
    public void The_cache_is_two_times_layers_heads_and_size_for_each_token()
    {
        // 2 x 80 layers x 8 heads x 128 x 2 bytes = 327,680 bytes for each of 131,072 tokens: 40 GB.
        ModelMemory memory = Of(TestModels.Llama70B, "vllm serve /m");
        Assert.AreEqual((40 * GB, 131072, 141 * GB + (40 * GB) + GB), (memory.Cache, memory.Tokens, memory.Total));
        Assert.AreEqual(20 * GB, Of(TestModels.Llama70B, "vllm serve /m --kv-cache-dtype fp8").Cache);
        Assert.AreEqual(80 * GB, Of(TestModels.Llama70B, "vllm serve /m -tp 16").Cache, "a head that keeps keys is not split");
    }

    [TestMethod]
    public void A_latent_is_kept_on_every_card_and_a_window_only_once()
    {
        const string Latent = """{"num_hidden_layers":64,"num_attention_heads":128,"kv_lora_rank":448,"qk_rope_head_dim":64,"max_position_embeddings":16384}""";
        Assert.AreEqual(GB, Of(Latent, "vllm serve /m").Cache);
        Assert.AreEqual(8 * GB, Of(Latent, "vllm serve /m -tp 8").Cache);
        const string Window = """
            {"num_hidden_layers":2,"layer_types":["sliding_attention","full_attention"],"sliding_window":1024,"num_attention_heads":8,"head_dim":128,"max_position_embeddings":131072}
            """;
        Assert.AreEqual(4096L * (131072 + 1024), Of(Window, "vllm serve /m").Cache);
    }

    [TestMethod]
    [DataRow("bfloat16", "", "vllm serve /m", 141)]
    [DataRow("bfloat16", "", "vllm serve /m --quantization fp8", 70.5)]
    [DataRow("bfloat16", "", "vllm serve /m -q bitsandbytes", 42.3)]
    [DataRow("float32", "", "vllm serve /m", 70.5)]
    [DataRow("float32", "", "vllm serve /m --dtype float32", 141)]
    [DataRow("float16", "awq", "vllm serve /m --quantization fp8", 141)]
    public void Weights_are_counted_as_they_are_loaded(string type, string quantization, string command, double wanted)
    {
        string quantized = quantization.Length == 0 ? "" : $$""","quantization_config":{"quant_method":"{{quantization}}"}""";
        Assert.AreEqual((long)(wanted * GB), Of($$"""{"torch_dtype":"{{type}}"{{quantized}}}""", command).Weights, 2);
    }

    [TestMethod]
    [DataRow("vllm serve /m --max-model-len 8192", 8192)]
    [DataRow("vllm serve /m --max-model-len=32k", 32000)]
    [DataRow("vllm serve /m --max-model-len 32K", 32768)]
    [DataRow("vllm serve /m --max-model-len auto", 0)]
    [DataRow("python -m sglang.launch_server --model-path /m --context-length 4096", 4096)]
    [DataRow("vllm serve /m", 131072)]
    public void The_length_is_the_commands_or_the_models(string command, int tokens) => Assert.AreEqual(tokens, Of(TestModels.Llama70B, command).Tokens);

    [TestMethod]
    public void What_cannot_be_reckoned_is_not()
    {
        StartCommand command = new("vllm serve /m", null, StartCommandOrigin.Author, false);
        ModelFolder folder = TestModels.Transformer("oss://b/m/", TestModels.Llama70B, 1, 9);
        Assert.IsNotNull(ModelMemory.Of(folder, command, ImageFamily.VLLM));
        Assert.IsNull(ModelMemory.Of(folder, command, ImageFamily.ComfyUI));
        Assert.IsNull(ModelMemory.Of(null, command, ImageFamily.VLLM));
        Assert.IsNull(ModelMemory.Of(folder with { WeightsBytes = null }, command, ImageFamily.VLLM));
        Assert.IsNull(ModelMemory.Of(folder with { IsCut = true }, command, ImageFamily.VLLM));
        Assert.IsNull(ModelMemory.Of(folder, command with { Script = "vllm serve /m --cpu-offload-gb 40" }, ImageFamily.VLLM));
    }

    [TestMethod]
    public void Without_a_config_the_weights_alone_are_counted()
    {
        ModelMemory memory = ModelMemory.Of(
            TestModels.Folder("oss://b/m/", null, ("config.json", 9), ("model.safetensors", 20 * GB)), new StartCommand("vllm serve /m", null, StartCommandOrigin.Author, false), ImageFamily.VLLM)!;
        Assert.AreEqual((0, 21 * GB), (memory.Cache, memory.Total));
        Assert.IsTrue(memory.FitsOn(s_a10));
        Assert.IsNull(memory.LengthThatFits(s_a10));
    }

    [TestMethod]
    public void The_smallest_type_that_holds_the_model_is_found_and_none_where_there_is_none()
    {
        (InstanceType type, ModelMemory spread) = Of(TestModels.Llama70B, "vllm serve /m").Smallest(TestCatalog.InstanceTypes, [Chip.GPU])!.Value;
        Assert.AreEqual(("ecs.gn7e-c16g1.16xlarge", 4), (type.Name, spread.Cards));
        Assert.IsNull(Of(TestModels.Llama70B, "vllm serve /m").Smallest([s_a10], [Chip.GPU]));
    }

    [TestMethod]
    public void Needs_and_switches_take_a_type_that_holds_the_model()
    {
        TestService large = TestService.Valid.With("Model", "oss://my-models/llama3.1-70b-instruct/")
            .With("Script", "vllm serve /model_dir --port 8000 --tensor-parallel-size 2 --max-model-len 8192");
        string[] met = [.. large.Without("InstanceType").With("GpuModel", "GU120").Resolve().InstanceTypes.Select(wanted => wanted.Name.Value)];
        CollectionAssert.AreEqual(new[] { "ecs.gn8v-2x.8xlarge" }, met);
        CollectionAssert.AreEqual(
            new[] { "ecs.gn8v-2x.8xlarge", "ecs.gn7e-c16g1.16xlarge" },
            large.Without("InstanceType").With("MinCpu", "1").Resolve().InstanceTypes.Select(wanted => wanted.Name.Value).ToArray());
        Assert.AreEqual("ecs.gn8v-2x.8xlarge", Assert.ContainsSingle(large.With("InstanceType", "ecs.c7.xlarge").Resolve().InstanceTypes).Name.Value);
        Assert.AreEqual("ecs.gn7i-c16g1.4xlarge", Assert.ContainsSingle(TestService.Valid.With("InstanceType", "ecs.c7.xlarge").Resolve().InstanceTypes).Name.Value);
    }

    [TestMethod]
    public void A_need_that_no_type_meets_with_the_model_is_met_without_it_and_the_finding_says_so()
    {
        TestService service = TestService.Valid.With("Model", "oss://my-models/llama3.1-70b-instruct/").Without("InstanceType").With("GpuModel", "T4");
        Assert.IsNotEmpty(service.Resolve().InstanceTypes);
        Assert.IsNotEmpty(service.Findings("EAS3126"));
    }

    [TestMethod]
    [DataRow(ModelKind.HuggingFace, "vllm:0.14.0-gpu")]
    [DataRow(ModelKind.Gguf, "llama.cpp:b6500-gpu")]
    [DataRow(ModelKind.Diffusion, "comfyui:2.2-api")]
    [DataRow(ModelKind.Checkpoint, "comfyui:2.2-api")]
    [DataRow(ModelKind.Speech, "cosyvoice-backend:3.0.6-gpu")]
    [DataRow(ModelKind.Triton, "tritonserver:25.03-py3")]
    [DataRow(ModelKind.TensorFlow, "tensorflow-serving:2.18.1")]
    [DataRow(ModelKind.Tabular, "xgboost-inference:1.7.1-py310-cpu-ubuntu22.04")]
    public void Every_kind_has_an_image_to_offer(ModelKind kind, string image) => Assert.AreEqual(image, ModelMatch.ImageFor(kind, SeedCatalog.Images)!.Name);

    private static ModelMemory Of(string config, string command) => ModelMemory.Of(
        TestModels.Folder("oss://b/m/", config, ("config.json", Encoding.UTF8.GetByteCount(config)), ("model.safetensors", 141 * GB)),
        new StartCommand(command, null, StartCommandOrigin.Author, false),
        ImageFamily.VLLM)!;
}
