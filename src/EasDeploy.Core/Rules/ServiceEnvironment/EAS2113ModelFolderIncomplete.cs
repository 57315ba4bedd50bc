using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A language server reads the config and the tokenizer beside the weights.</summary>
/// <remarks>Source: R7006. Rests where the listing was cut, and for a tokenizer the command names.</remarks>
public sealed class EAS2113ModelFolderIncomplete : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2113", Severity.Warning, "A model folder lacks what its server reads",
        "service '{0}': '{1}' lacks {2}, which image '{3}' reads. {4}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is not { Model.Value: { Folder: { IsCut: false, Kind: ModelKind.HuggingFace or ModelKind.Unknown or ModelKind.Torch } folder } model, Spec.Environment.Image.Value: { } image }
            || !ModelMatch.IsLanguageFamily(image))
        {
            yield break;
        }

        bool namesTokenizer = service.StartCommand.Text.Contains("--tokenizer", StringComparison.Ordinal);
        string[] missing =
        [
            .. folder.HasConfig ? (string[])[] : ["config.json"],
            .. folder.HasTokenizer || namesTokenizer ? (string[])[] : ["tokenizer files"],
            .. folder.Kind == ModelKind.HuggingFace ? (string[])[] : ["weights it knows (*.safetensors)"],
        ];
        if (missing.Length > 0)
        {
            string repair = folder.InnerFolder is { } inner ? $"Set Model=\"{model.Place.Path}{inner}\"".Shown(160) : "Upload the whole folder of the model";
            yield return Descriptor.At(
                model.Place.Mount.Source.Location, service.Name.Shown(), model.Place.Path.Shown(), string.Join(" and ", missing), image.Text.Shown(), repair);
        }
    }
}
