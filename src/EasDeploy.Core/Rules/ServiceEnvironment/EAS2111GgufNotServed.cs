using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>GGUF is the format of llama.cpp. vLLM reads single GGUF files as an experiment, which is nothing to deploy.</summary>
/// <remarks>Source: R7004; checklist X21.</remarks>
public sealed class EAS2111GgufNotServed : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2111", Severity.Error, "A GGUF model needs llama.cpp",
        "service '{0}': '{1}' holds a GGUF model, and image '{2}' does not serve it. Set Image=\"{3}\", or take the model in Hugging Face layout.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is { Model.Value: { Folder.Kind: ModelKind.Gguf } model, Spec.Environment.Image.Value: { } image } && ModelMatch.IsLanguageFamily(image))
        {
            yield return Descriptor.At(
                model.Place.Mount.Source.Location,
                service.Name.Shown(),
                model.Place.Path.Shown(),
                image.Text.Shown(),
                ModelMatch.ImageFor(ModelKind.Gguf, service.Catalog.Images)?.Name ?? "llama.cpp");
        }
    }
}
