using System.Text.Json.Serialization;

namespace EasDeploy.Catalogs;

/// <summary>What a model folder is made for, as far as its files tell.</summary>
/// <remarks>Source: service-config.md section 12 "Model category"; checklist X20–X24.</remarks>
[JsonConverter(typeof(NamedValueConverter<ModelKind>))]
public enum ModelKind
{
    /// <summary>Nothing to go by: an empty folder, or files of no known kind.</summary>
    Unknown,

    /// <summary>Hugging Face layout: <c>config.json</c> (or a tokenizer) beside safetensors or bin weights.</summary>
    HuggingFace,

    /// <summary>Weights of llama.cpp.</summary>
    Gguf,

    /// <summary>Diffusers layout: <c>model_index.json</c> over sub-folders.</summary>
    Diffusion,

    /// <summary>One file with a whole image model: <c>.ckpt</c>, or safetensors without a config.</summary>
    Checkpoint,

    /// <summary>Speech synthesis, such as CosyVoice.</summary>
    Speech,

    /// <summary>A Triton model repository: <c>config.pbtxt</c> below a folder for each model.</summary>
    Triton,

    /// <summary>A TensorFlow SavedModel.</summary>
    TensorFlow,

    /// <summary>scikit-learn, XGBoost and their like.</summary>
    Tabular,

    /// <summary>ONNX files without a repository around them.</summary>
    Onnx,

    /// <summary>PyTorch files of no known layout.</summary>
    Torch,
}

/// <summary>Tells the kind of a model folder.</summary>
public static class ModelKinds
{
    private static readonly string[] s_tabular = [".joblib", ".pkl", ".pickle", ".ubj", ".bst", ".xgb", ".cbm"];

    /// <summary>By file names and endings first, then by the folder's own name.</summary>
    /// <param name="config">Tells a component of a diffusion model from a language model; null = not read.</param>
    /// <remarks>Source: checklist X24 (endings, then the name); service-config.md section 12.</remarks>
    public static ModelKind Of(ModelFiles files, ModelConfig? config) => files switch
    {
        _ when files.Any(name => name == "config.pbtxt") => ModelKind.Triton,
        _ when files.AnyAtTop(name => name.StartsWith("cosyvoice", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".yaml", StringComparison.Ordinal)) => ModelKind.Speech,
        _ when files.HasModelIndex || (files.HasTransformerWeights && config is { IsDiffusion: true }) => ModelKind.Diffusion,
        { HasTransformerWeights: true } when files.HasConfig || files.HasTokenizer || files.IsSharded => ModelKind.HuggingFace,
        _ when files.AnyAtTop(name => name.EndsWith(".gguf", StringComparison.OrdinalIgnoreCase)) => ModelKind.Gguf,
        _ when files.Any(name => name is "saved_model.pb" or "saved_model.pbtxt") => ModelKind.TensorFlow,
        _ when files.AnyAtTop(name => name.EndsWith(".ckpt", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase)) =>
            files.IsNamedSpeech ? ModelKind.Speech : ModelKind.Checkpoint,
        _ when files.AnyAtTop(name => s_tabular.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) => ModelKind.Tabular,
        _ when files.IsNamedSpeech => ModelKind.Speech,
        _ when files.AnyAtTop(name => name.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase)) => ModelKind.Onnx,
        _ when files.AnyAtTop(name => name.EndsWith(".pt", StringComparison.Ordinal) || name.EndsWith(".pth", StringComparison.Ordinal) || name.EndsWith(".mar", StringComparison.Ordinal)) =>
            ModelKind.Torch,
        _ => ModelKind.Unknown,
    };
}
