using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A server for large models needs one: without a mount its usual start command finds nothing.</summary>
/// <remarks>Source: R4040. Rests when the author wrote the start command of a language model: it may fetch the model itself. Image generators never do.</remarks>
public sealed class EAS2210ModelNotMounted : IRule
{
    private static readonly string[] s_generators = ["comfyui", "stable-diffusion-webui"];

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2210", Severity.Warning, "No model is mounted",
        "service '{0}': image '{1}' starts with '{2}', and nothing is mounted. Set Model=\"oss://my-bucket/my-model/\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Item is { Storage.IsEmpty: true, OtherMounts.IsEmpty: true } item && item.Find(Metadata.Model) is null
            && service.StartCommand is { Origin: not StartCommandOrigin.None } command && ReadsMounts(service) && service.Spec.Environment.Image is { } image)
        {
            yield return Descriptor.At(image.Location, service.Name.Shown(), image.Value.Text.Shown(), command.Text.Shown());
        }
    }

    private static bool ReadsMounts(ResolvedService service) => ImageFamilies.SpeaksOpenAI(service.Family)
        ? service.StartCommand.Origin != StartCommandOrigin.Author
        : s_generators.Contains(service.Spec.Environment.Image?.Value.Family ?? "", StringComparer.OrdinalIgnoreCase);
}
