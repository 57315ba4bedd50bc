using System.Collections.Immutable;
using System.Text;
using EasDeploy.Catalogs;

namespace EasDeploy;

/// <summary>Model folders of every kind, judged by the product from their listings. Names and sizes as in the emulator's seeds.</summary>
internal static class TestModels
{
    private const long GB = 1_000_000_000;
    private static readonly string[] s_tokenizer = ["tokenizer.json", "tokenizer_config.json"];

    public static ImmutableArray<CatalogBucket> Buckets { get; } =
    [
        new("yqtest-model", "cn-hangzhou"), new("my-models", "cn-hangzhou"), new("empty-bucket", "cn-hangzhou"), new("team-data", "cn-hangzhou"),
        new("secret-models", "cn-hangzhou"), new("my-bucket", "cn-shanghai"), new("overseas-models", "ap-southeast-1"),
    ];

    /// <summary>config.json of a Llama of 70 billion parameters.</summary>
    public const string Llama70B =
        """{"model_type":"llama","torch_dtype":"bfloat16","num_hidden_layers":80,"num_attention_heads":64,"num_key_value_heads":8,"hidden_size":8192,"max_position_embeddings":131072}""";

    private const string Llama7B =
        """{"model_type":"llama","torch_dtype":"float16","num_hidden_layers":32,"num_attention_heads":32,"num_key_value_heads":32,"hidden_size":4096,"max_position_embeddings":4096}""";

    private const string Qwen14B =
        """{"model_type":"qwen2","torch_dtype":"bfloat16","num_hidden_layers":48,"num_attention_heads":40,"num_key_value_heads":8,"hidden_size":5120,"max_position_embeddings":32768}""";

    private const string Qwen =
        """{"model_type":"qwen3","torch_dtype":"bfloat16","num_hidden_layers":28,"num_attention_heads":16,"num_key_value_heads":8,"head_dim":128,"max_position_embeddings":40960}""";

    private const string Llama8B =
        """{"model_type":"llama","torch_dtype":"bfloat16","num_hidden_layers":32,"num_attention_heads":32,"num_key_value_heads":8,"hidden_size":4096,"max_position_embeddings":131072}""";

    public static CatalogStorage Storage { get; } = new(Buckets,
    [
        Transformer("oss://yqtest-model/Qwen3.5-0.8B/", Qwen, 1, 1_746_942_568),
        Transformer("oss://yqtest-model/llama-7b/", Llama7B, 1, 13_476_835_328),
        Transformer("oss://my-models/llama3.1-8b-instruct/", Llama8B, 4, 16_060_556_376),
        Transformer("oss://my-models/llama3.1-70b-instruct/", Llama70B, 30, 141_107_412_480),
        Transformer("oss://my-models/qwen2.5-14b-sharded/", Qwen14B, 2, 29_540_067_328),
        Folder("oss://my-models/no-tokenizer/", Qwen, ("config.json", 900), ("model.safetensors", 2 * GB)),
        Folder("oss://my-models/zoo/", null, ("qwen/config.json", 900), ("qwen/model.safetensors", 2 * GB), ("readme.txt", 10)),
        Folder("oss://my-models/qwen-gguf/", null, ("qwen2.5-7b-instruct-q4_k_m.gguf", 4_683_073_952)),
        Folder("oss://my-models/stable-diffusion-xl/", null, ("model_index.json", 700), ("unet/config.json", 900), ("unet/diffusion_pytorch_model.safetensors", 10 * GB),
            ("vae/diffusion_pytorch_model.safetensors", GB / 3)),
        Folder("oss://my-models/checkpoints/", null, ("v1-5-pruned-emaonly.ckpt", 4_265_380_512)),
        Folder("oss://my-models/cosyvoice2-0.5b/", null, ("cosyvoice.yaml", 900), ("llm.pt", 2_023_316_821)),
        Folder("oss://my-models/triton_repo/", null, ("mnist/config.pbtxt", 300), ("mnist/1/model.onnx", 26_454)),
        Folder("oss://team-data/lora/", null, ("adapter_config.json", 700), ("adapter_model.safetensors", GB / 10)),
        Folder("oss://empty-bucket/m/", null),
        ModelFolder.Of("oss://my-models/pictures/", new FolderListing([new StoredFile("a.png", 9), new StoredFile("b.png", 9)], IsCut: true), null),
        ModelFolder.NotListed("oss://secret-models/m/", FolderState.NotReadable, "AccessDenied"),
        ModelFolder.NotListed("oss://nobodys-bucket/m/", FolderState.NoBucket),
        ModelFolder.NotListed("oss://my-bucket/models/llama-7b/", FolderState.OtherRegion),
        Transformer("oss://partner-models/qwen/", Qwen, 1, 2 * GB),
    ]);

    /// <summary>Weights in equal parts, as Hugging Face names them.</summary>
    public static ModelFolder Transformer(string path, string config, int parts, long bytes) => Folder(
        path,
        config,
        [
            ("config.json", 900),
            .. s_tokenizer.Select(name => (name, 5000L)),
            .. Enumerable.Range(1, parts).Select(part => (parts == 1 ? "model.safetensors" : FormattableString.Invariant($"model-{part:00000}-of-{parts:00000}.safetensors"), bytes / parts)),
        ]);

    public static ModelFolder Folder(string path, string? config, params (string Name, long Size)[] files) => ModelFolder.Of(
        path,
        new FolderListing([.. files.Select(file => new StoredFile(file.Name, file.Size))], IsCut: false),
        config is null ? null : ModelConfig.Read(Encoding.UTF8.GetBytes(config)));
}
