using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Specs;

namespace EasDeploy.Tool.Wizard;

/// <summary>A row of the image categories.</summary>
/// <param name="Key">Name in an answers file.</param>
/// <param name="TargetModels">For people.</param>
/// <param name="Families">Starts of the family names it takes; empty = every family no other category takes.</param>
/// <remarks>Source: deployment workflow, step 2.1; families: the official image list (catalog.md).</remarks>
internal sealed record ImageCategory(string Key, string Title, string TargetModels, ImmutableArray<string> Families)
{
    public static ImageCategory LlmInference { get; } = new("llm-inference", "LLM Inference", "Qwen, Llama, Mistral", ["vllm", "sglang"]);

    public static ImageCategory Custom { get; } = new("custom-image", "Custom Image", "User-provided image", []);

    public static ImageCategory ImageGeneration { get; } = new("image-generation", "Image Generation", "Stable Diffusion",
        ["comfyui", "stable-diffusion-webui", "kohya_ss", "easyanimate", "diffuser-inference"]);

    public static ImageCategory SpeechSynthesis { get; } = new("speech-synthesis", "Speech Synthesis", "CosyVoice", ["cosyvoice"]);

    public static ImageCategory Rag { get; } = new("rag", "RAG", "RAG Applications", ["pai-rag"]);

    public static ImageCategory GeneralInference { get; } = new("general-inference", "General Inference", "PyTorch Models", []);

    public static ImmutableArray<ImageCategory> All { get; } = [LlmInference, ImageGeneration, SpeechSynthesis, Rag, GeneralInference, Custom];

    /// <summary>In the catalog's order.</summary>
    public ImmutableArray<CatalogImage> Of(IEnumerable<CatalogImage> images) =>
        [.. images.Where(image => Families.IsEmpty ? !All.Any(other => other.Takes(image)) : Takes(image))];

    private bool Takes(CatalogImage image) =>
        Families.Any(family => new ImageReference(image.Name).Family.StartsWith(family, StringComparison.OrdinalIgnoreCase));
}
