using System.Text;

namespace EasDeploy.Catalogs;

[TestClass]
public sealed class ModelFolderTests
{
    private const long GB = 1_000_000_000;

    [TestMethod]
    [DataRow(ModelKind.HuggingFace, "config.json model.safetensors tokenizer.json")]
    [DataRow(ModelKind.HuggingFace, "config.json pytorch_model.bin vocab.txt")]
    [DataRow(ModelKind.HuggingFace, "model-00001-of-00002.safetensors model-00002-of-00002.safetensors")]
    [DataRow(ModelKind.HuggingFace, "params.json consolidated.safetensors tekken.json")]
    [DataRow(ModelKind.HuggingFace, "config.json model.safetensors model-q4.gguf")]
    [DataRow(ModelKind.Gguf, "qwen-q4_k_m.gguf README.md")]
    [DataRow(ModelKind.Gguf, "config.json qwen-q4_k_m.gguf")]
    [DataRow(ModelKind.Diffusion, "model_index.json unet/config.json unet/diffusion_pytorch_model.safetensors")]
    [DataRow(ModelKind.Checkpoint, "v1-5-pruned.ckpt")]
    [DataRow(ModelKind.Checkpoint, "sd_xl_base_1.0.safetensors vae/sdxl_vae.safetensors")]
    [DataRow(ModelKind.Speech, "cosyvoice2.yaml llm.pt CosyVoice-BlankEN/config.json CosyVoice-BlankEN/model.safetensors")]
    [DataRow(ModelKind.Triton, "mnist/config.pbtxt mnist/1/model.onnx")]
    [DataRow(ModelKind.TensorFlow, "1/saved_model.pb 1/variables/variables.index")]
    [DataRow(ModelKind.Tabular, "model.ubj")]
    [DataRow(ModelKind.Onnx, "model.onnx")]
    [DataRow(ModelKind.Torch, "model.pt")]
    [DataRow(ModelKind.Unknown, "readme.txt a/config.json a/model.safetensors")]
    [DataRow(ModelKind.Unknown, "")]
    public void The_kind_is_told_by_the_files(ModelKind kind, string names) => Assert.AreEqual(kind, Folder("oss://b/m/", names).Kind);

    [TestMethod]
    [DataRow("oss://b/cosyvoice-300m/", "flow.pt llm.pt", ModelKind.Speech)]
    [DataRow("oss://b/my-tts/", "weights.safetensors", ModelKind.Speech)]
    [DataRow("oss://b/attsentive/", "flow.pt", ModelKind.Torch)]
    [DataRow("oss://b/my-tts/", "config.json model.safetensors", ModelKind.HuggingFace)]
    public void The_name_tells_where_the_files_do_not(string path, string names, ModelKind kind) => Assert.AreEqual(kind, Folder(path, names).Kind);

    [TestMethod]
    public void A_component_of_an_image_model_is_no_language_model() => Assert.AreEqual(
        ModelKind.Diffusion,
        TestModels.Folder("oss://b/vae/", """{"_class_name":"AutoencoderKL","_diffusers_version":"0.27.0"}""", ("config.json", 9), ("model.safetensors", 9)).Kind);

    [TestMethod]
    [DataRow("model.safetensors=10 pytorch_model.bin=10 config.json=1", 10)]
    [DataRow("model-00001-of-00002.safetensors=10 model-00002-of-00002.safetensors=5 consolidated.safetensors=15 config.json=1", 15)]
    [DataRow("pytorch_model-00001-of-00002.bin=10 pytorch_model-00002-of-00002.bin=10 training_args.bin=1 config.json=1", 20)]
    [DataRow("model.safetensors=10 adapter_model.safetensors=1 original/consolidated.00.pth=10 config.json=1", 10)]
    [DataRow("q4.gguf=4 q8.gguf=8 mmproj-f16.gguf=1", 4)]
    [DataRow("big-00001-of-00002.gguf=4 big-00002-of-00002.gguf=4", 8)]
    [DataRow("model_index.json=1 unet/diffusion_pytorch_model.safetensors=10 unet/diffusion_pytorch_model.fp16.safetensors=5 vae/diffusion_pytorch_model.bin=2 whole.safetensors=12", 12)]
    public void Nothing_is_counted_twice(string files, int wanted) => Assert.AreEqual(wanted * GB, Sized("oss://b/m/", files).WeightsBytes);

    [TestMethod]
    public void A_file_the_command_names_counts_alone() => Assert.AreEqual(8 * GB, Sized("oss://b/m/q8.gguf", "q4.gguf=4 q8.gguf=8").WeightsBytes);

    [TestMethod]
    public void A_size_that_is_not_told_is_no_size() => Assert.IsNull(
        ModelFolder.Of("oss://b/m/", new FolderListing([new StoredFile("config.json", null), new StoredFile("model.safetensors", null)], false), null).WeightsBytes);

    [TestMethod]
    [DataRow("zoo/qwen/config.json zoo/qwen/model.safetensors", "zoo/qwen/")]
    [DataRow("a/config.json a/model.safetensors b/config.json b/model.safetensors", null)]
    [DataRow("config.json model.safetensors a/config.json a/model.safetensors", null)]
    public void The_one_model_below_is_found(string names, string? inner) => Assert.AreEqual(inner, Folder("oss://b/m/", names).InnerFolder);

    [TestMethod]
    public void A_config_is_read_with_the_names_models_use()
    {
        ModelConfig llama = Config(TestModels.Llama70B);
        Assert.AreEqual(("llama", 80, 64, 8, 128, 131072), (llama.Type, llama.Layers, llama.Heads, llama.KeyValueHeads, llama.HeadSize, llama.MaxLength));
        ModelConfig chatGlm = Config("""{"num_layers":40,"num_attention_heads":32,"multi_query_group_num":2,"hidden_size":4096,"seq_length":131072}""");
        Assert.AreEqual((40, 2, 128, 131072), (chatGlm.Layers, chatGlm.KeyValueHeads, chatGlm.HeadSize, chatGlm.MaxLength));
    }

    [TestMethod]
    public void The_language_part_counts_and_layers_without_a_full_cache_do_not()
    {
        ModelConfig seeing = Config("""{"model_type":"qwen2_5_vl","text_config":{"num_hidden_layers":28,"num_attention_heads":28,"num_key_value_heads":4,"hidden_size":3584}}""");
        Assert.AreEqual((28, 4, 128), (seeing.Layers, seeing.KeyValueHeads, seeing.HeadSize));
        ModelConfig hybrid = Config("""{"num_hidden_layers":4,"layer_types":["linear_attention","sliding_attention","sliding_attention","full_attention"],"sliding_window":4096}""");
        Assert.AreEqual((1, 2, 4096), (hybrid.Layers, hybrid.SlidingLayers, hybrid.SlidingWindow));
        Assert.AreEqual(12, Config("""{"num_hidden_layers":48,"full_attention_interval":4}""").Layers);
        Assert.AreEqual(576, Config("""{"num_hidden_layers":61,"kv_lora_rank":512,"qk_rope_head_dim":64}""").LatentSize);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("[1]")]
    [DataRow("{\"num_hidden_layers\":")]
    public void What_is_no_object_is_none(string json) => Assert.IsNull(ModelConfig.Read(Encoding.UTF8.GetBytes(json)));

    [TestMethod]
    [DataRow("""{"num_hidden_layers":"many","num_attention_heads":-1,"hidden_size":1e300,"layer_types":7,"text_config":[],"torch_dtype":null}""")]
    [DataRow("""{"num_attention_heads":0,"hidden_size":5,"quantization_config":"awq"}""")]
    public void A_field_of_another_form_is_not_said(string json) => Assert.AreEqual((0, 0), (Config(json).Layers, Config(json).HeadSize));

    private static ModelConfig Config(string json) => ModelConfig.Read(Encoding.UTF8.GetBytes(json))!;

    private static ModelFolder Folder(string path, string names) =>
        TestModels.Folder(path, null, [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (name, 100L))]);

    private static ModelFolder Sized(string path, string files) => TestModels.Folder(
        path, null, [.. files.Split(' ').Select(file => file.Split('=')).Select(parts => (parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) * GB))]);
}
