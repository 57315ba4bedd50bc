using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>llama.cpp loads GGUF; safetensors must be converted first.</summary>
/// <remarks>Source: R7005; checklist X21.</remarks>
public sealed class EAS2112SafetensorsNotServed : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2112", Severity.Error, "llama.cpp reads GGUF only",
        "service '{0}': '{1}' holds no GGUF file, and image '{2}' reads nothing else. Set Image=\"{3}\", or convert the model to GGUF.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is { Model.Value: { } model, Spec.Environment.Image.Value: { } image } && SpeaksFor(image, model.Folder.Kind))
        {
            yield return Descriptor.At(
                model.Place.Mount.Source.Location,
                service.Name.Shown(),
                model.Place.Path.Shown(),
                image.Text.Shown(),
                ModelMatch.ImageFor(ModelKind.HuggingFace, service.Catalog.Images)?.Name ?? "vllm");
        }
    }

    internal static bool SpeaksFor(ImageReference image, ModelKind kind) =>
        kind is ModelKind.HuggingFace or ModelKind.Checkpoint && ModelMatch.KindsOf(image) is [ModelKind.Gguf];
}
