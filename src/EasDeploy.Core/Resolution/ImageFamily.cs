using EasDeploy.Specs;

namespace EasDeploy.Resolution;

/// <summary>Families whose typical command we know.</summary>
public enum ImageFamily
{
    Other,
    VLLM,
    SGLang,
    ComfyUI,
    StableDiffusionWebUI,
}

/// <summary>Tells the family of an image by the name before its tag.</summary>
public static class ImageFamilies
{
    public static ImageFamily Of(ImageReference image) => image.Family.ToLowerInvariant() switch
    {
        "vllm" => ImageFamily.VLLM,
        "sglang" => ImageFamily.SGLang,
        "comfyui" => ImageFamily.ComfyUI,
        "stable-diffusion-webui" => ImageFamily.StableDiffusionWebUI,
        _ => ImageFamily.Other,
    };

    /// <summary>Families that serve the OpenAI API under <c>/v1</c>.</summary>
    /// <remarks>Source: checklist X61.</remarks>
    public static bool SpeaksOpenAI(ImageFamily family) => family is ImageFamily.VLLM or ImageFamily.SGLang;
}
