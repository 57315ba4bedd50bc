using EasDeploy.Catalogs;
using EasDeploy.Specs;

namespace EasDeploy.Resolution;

/// <summary>Which image families serve which kind of model. The one table for the rules, the wizard and the listings.</summary>
/// <remarks>Source: checklist X20–X24; service-config.md R7003–R7007; families: catalog.md "Images".</remarks>
public static class ModelMatch
{
    // What a family serves; a family that is not here serves what its author taught it.
    private static readonly Dictionary<string, ModelKind[]> s_kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["vllm"] = [ModelKind.HuggingFace],
        ["sglang"] = [ModelKind.HuggingFace],
        ["blade-llm"] = [ModelKind.HuggingFace],
        ["chat-llm-webui"] = [ModelKind.HuggingFace],
        ["chatglm-webui"] = [ModelKind.HuggingFace],
        ["llama.cpp"] = [ModelKind.Gguf],
        ["comfyui"] = [ModelKind.Diffusion, ModelKind.Checkpoint],
        ["stable-diffusion-webui"] = [ModelKind.Checkpoint, ModelKind.Diffusion],
        ["cosyvoice-backend"] = [ModelKind.Speech],
        ["cosyvoice-webui"] = [ModelKind.Speech],
        ["cosyvoice-frontend"] = [ModelKind.Speech],
        ["tritonserver"] = [ModelKind.Triton],
        ["tensorflow-serving"] = [ModelKind.TensorFlow],
        ["xgboost-inference"] = [ModelKind.Tabular],
    };

    /// <returns>Family names, the usual one first; empty = none is known for this kind.</returns>
    public static IReadOnlyList<string> FamiliesFor(ModelKind kind) => kind switch
    {
        ModelKind.Onnx => ["tritonserver"],
        ModelKind.Torch => ["pytorch-inference"],
        _ => [.. s_kinds.Where(family => family.Value.Contains(kind)).Select(family => family.Key)],
    };

    /// <returns>Null = not known: the family takes many kinds, or the files tell nothing.</returns>
    public static bool? Serves(ImageReference image, ModelKind kind) =>
        s_kinds.TryGetValue(image.Family, out ModelKind[]? kinds) && IsTelling(kind) ? kinds.Contains(kind) : null;

    /// <returns>Kinds the family of an image serves; empty = not known.</returns>
    public static IReadOnlyList<ModelKind> KindsOf(ImageReference image) => s_kinds.GetValueOrDefault(image.Family, []);

    /// <summary>The family reads a Hugging Face folder and nothing else.</summary>
    public static bool IsLanguageFamily(ImageReference image) =>
        s_kinds.TryGetValue(image.Family, out ModelKind[]? kinds) && kinds.Contains(ModelKind.HuggingFace);

    /// <summary>The image to offer for a kind: of the usual family the one marked as latest, else its newest; then the next family.</summary>
    /// <param name="chip">Only images built for it; null = any.</param>
    public static CatalogImage? ImageFor(ModelKind kind, IEnumerable<CatalogImage> images, Chip? chip = null) => FamiliesFor(kind)
        .SelectMany(family => ImageMatch.OfFamily(images, new ImageReference(family))
            .Where(image => chip is not { } wanted || ChipClassifier.Of(image.Labels).Contains(wanted))
            .OrderByDescending(image => image.Label(LatestLabel) == "true")
            .ThenByDescending(image => ImageTag.Parse(new ImageReference(image.Name).Tag)))
        .FirstOrDefault();

    /// <summary>Marks the image of a family that EAS offers first.</summary>
    public const string LatestLabel = "system.eas.deploy.latest";

    /// <summary>For people: <c>a language model in Hugging Face layout</c>.</summary>
    public static string TextOf(ModelKind kind) => kind switch
    {
        ModelKind.HuggingFace => "a model in Hugging Face layout",
        ModelKind.Gguf => "a GGUF model of llama.cpp",
        ModelKind.Diffusion => "an image model in Diffusers layout",
        ModelKind.Checkpoint => "a single-file image model",
        ModelKind.Speech => "a speech model",
        ModelKind.Triton => "a Triton model repository",
        ModelKind.TensorFlow => "a TensorFlow SavedModel",
        ModelKind.Tabular => "a model of scikit-learn, XGBoost or the like",
        ModelKind.Onnx => "an ONNX model",
        ModelKind.Torch => "a PyTorch model of no known layout",
        _ => "no model of a known kind",
    };

    private static bool IsTelling(ModelKind kind) => kind is not (ModelKind.Unknown or ModelKind.Torch or ModelKind.Onnx);
}
