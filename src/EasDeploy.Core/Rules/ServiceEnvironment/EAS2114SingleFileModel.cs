using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A lone .ckpt or .safetensors file without a config is how image models are handed on; a language server does not start from it.</summary>
/// <remarks>Source: R7007; service-config.md section 12 (model category).</remarks>
public sealed class EAS2114SingleFileModel : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2114", Severity.Warning, "A single-file model with a language server",
        "service '{0}': '{1}' holds a single-file image model, and image '{2}' serves language models. Set Image=\"{3}\", or point to a folder with config.json.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is { Model.Value: { Folder.Kind: ModelKind.Checkpoint } model, Spec.Environment.Image.Value: { } image } && ModelMatch.IsLanguageFamily(image))
        {
            yield return Descriptor.At(
                model.Place.Mount.Source.Location,
                service.Name.Shown(),
                model.Place.Path.Shown(),
                image.Text.Shown(),
                ModelMatch.ImageFor(ModelKind.Checkpoint, service.Catalog.Images)?.Name ?? "comfyui");
        }
    }
}
