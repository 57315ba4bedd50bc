using System.Text.Json;

namespace EasDeploy.Catalogs;

/// <summary>The facts of a <c>config.json</c> that memory is reckoned from.</summary>
/// <param name="Type"><c>model_type</c>, for example <c>qwen3</c>; empty = not said.</param>
/// <param name="ElementType"><c>torch_dtype</c> or <c>dtype</c>: <c>bfloat16</c>, <c>float16</c>, <c>float32</c>; empty = not said.</param>
/// <param name="Quantization"><c>quantization_config.quant_method</c>, for example <c>awq</c>; empty = the weights are in the element type.</param>
/// <param name="Layers">Layers that keep a cache for every token; 0 = not said. Layers of linear attention keep none.</param>
/// <param name="SlidingLayers">Layers that keep a cache for the last <paramref name="SlidingWindow"/> tokens only.</param>
/// <param name="Heads">Attention heads; 0 = not said.</param>
/// <param name="KeyValueHeads">Heads that keep keys and values.</param>
/// <param name="HeadSize">Elements of one head.</param>
/// <param name="LatentSize">Elements kept for each token and layer in multi-head latent attention; 0 = usual attention.</param>
/// <param name="MaxLength"><c>max_position_embeddings</c>: tokens; 0 = not said.</param>
/// <param name="IsDiffusion">A component of a Diffusers model (<c>_diffusers_version</c>).</param>
/// <remarks>Source: config.json as the transformers library writes it; names differ between models, the usual spellings are read.</remarks>
public sealed record ModelConfig(
    string Type,
    string ElementType,
    string Quantization,
    int Layers,
    int SlidingLayers,
    int SlidingWindow,
    int Heads,
    int KeyValueHeads,
    int HeadSize,
    int LatentSize,
    int MaxLength,
    bool IsDiffusion)
{
    /// <summary>Largest file that is read for it, in bytes.</summary>
    public const int MostBytes = 1024 * 1024;

    // The language part of a model that also sees or hears.
    private static readonly string[] s_languageParts = ["text_config", "llm_config", "language_config", "thinker_config"];

    /// <returns>Null when the text is not one JSON object.</returns>
    public static ModelConfig? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Of(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ModelConfig Of(JsonElement root)
    {
        JsonElement text = LanguagePart(root);
        int layers = Number(text, "num_hidden_layers", "n_layer", "num_layers", "n_layers");
        int heads = Number(text, "num_attention_heads", "n_head", "n_heads", "num_heads");
        int latent = Number(text, "kv_lora_rank") is > 0 and var rank ? rank + Number(text, "qk_rope_head_dim") : 0;
        (int full, int sliding) = Kept(text, layers);
        return new ModelConfig(
            Word(root, "model_type"),
            Word(text, "torch_dtype", "dtype") is { Length: > 0 } own ? own : Word(root, "torch_dtype", "dtype"),
            Member(root, "quantization_config") is { ValueKind: JsonValueKind.Object } quantization ? Word(quantization, "quant_method") : "",
            full,
            sliding,
            Number(text, "sliding_window"),
            heads,
            Number(text, "num_key_value_heads", "multi_query_group_num", "n_kv_heads") is > 0 and var kept ? kept : heads,
            Number(text, "head_dim") is > 0 and var size ? size : heads > 0 ? Number(text, "hidden_size", "n_embd", "dim") / heads : 0,
            latent,
            Number(text, "max_position_embeddings", "n_positions", "seq_length", "max_sequence_length"),
            Member(root, "_diffusers_version") is not null);
    }

    private static JsonElement LanguagePart(JsonElement root)
    {
        foreach (string name in s_languageParts)
        {
            if (Member(root, name) is { ValueKind: JsonValueKind.Object } part)
            {
                return LanguagePart(part);
            }
        }

        return root;
    }

    /// <summary>Layers that keep every token, and those that keep a window; all of them keep every token where the config does not tell.</summary>
    private static (int Full, int Sliding) Kept(JsonElement text, int layers)
    {
        if (Member(text, "layer_types") is { ValueKind: JsonValueKind.Array } types && types.GetArrayLength() == layers)
        {
            string[] kinds = [.. types.EnumerateArray().Select(type => type.ValueKind == JsonValueKind.String ? type.GetString()! : "")];
            return (kinds.Count(kind => kind == "full_attention"), kinds.Count(kind => kind == "sliding_attention"));
        }

        return Number(text, "full_attention_interval") is > 0 and var interval ? (layers / interval, 0) : (layers, 0);
    }

    private static JsonElement? Member(JsonElement parent, string name) => parent.TryGetProperty(name, out JsonElement value) ? value : null;

    private static int Number(JsonElement parent, params string[] names)
    {
        foreach (string name in names)
        {
            if (Member(parent, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out int number) && number > 0)
            {
                return number;
            }
        }

        return 0;
    }

    private static string Word(JsonElement parent, params string[] names)
    {
        foreach (string name in names)
        {
            if (Member(parent, name) is { ValueKind: JsonValueKind.String } value)
            {
                return value.GetString()!;
            }
        }

        return "";
    }
}
