using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>An image serves the kinds of model it was made for: a language server finds nothing in the folders of an image model.</summary>
/// <remarks>Source: R7003; checklist X20–X24. GGUF, safetensors and single files have rules of their own (EAS2111, EAS2112, EAS2114).</remarks>
public sealed class EAS2110ModelKindMismatch : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2110", Severity.Error, "The image does not serve this kind of model",
        "service '{0}': '{1}' holds {2}, and image '{3}' serves {4}. Set Image=\"{5}\", or point to another model.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is { Model.Value: { } model, Spec.Environment.Image.Value: { } image } && ModelMatch.Serves(image, model.Folder.Kind) == false
            && !HasRuleOfItsOwn(image, model.Folder.Kind))
        {
            yield return Descriptor.At(
                model.Place.Mount.Source.Location,
                service.Name.Shown(),
                model.Place.Path.Shown(),
                ModelMatch.TextOf(model.Folder.Kind),
                image.Text.Shown(),
                string.Join(" or ", ModelMatch.KindsOf(image).Select(ModelMatch.TextOf)),
                ModelMatch.ImageFor(model.Folder.Kind, service.Catalog.Images)?.Name ?? ModelMatch.FamiliesFor(model.Folder.Kind)[0]);
        }
    }

    private static bool HasRuleOfItsOwn(ImageReference image, ModelKind kind) =>
        (ModelMatch.IsLanguageFamily(image) && kind is ModelKind.Gguf or ModelKind.Checkpoint) || EAS2112SafetensorsNotServed.SpeaksFor(image, kind);
}
