using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A server for large models needs one: without a mount its usual start command finds nothing.</summary>
/// <remarks>Source: R4040. Rests when the author wrote the start command: it may fetch the model itself.</remarks>
public sealed class EAS2210ModelNotMounted : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2210", Severity.Warning, "No model is mounted",
        "service '{0}': image '{1}' starts with '{2}', and nothing is mounted. Set Model=\"oss://my-bucket/my-model/\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (ImageFamilies.SpeaksOpenAI(service.Family) && service.Spec.Item.Storage.IsEmpty && service.Spec.Item.Find(Metadata.Model) is null
            && service.StartCommand is { Origin: StartCommandOrigin.Preset or StartCommandOrigin.Typical } command
            && service.Spec.Environment.Image is { } image)
        {
            yield return Descriptor.At(image.Location, service.Name.Shown(), image.Value.Text.Shown(), command.Text.Shown());
        }
    }
}
