using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>Somebody says how the container starts: the author, the image, or the habit of its family.</summary>
/// <remarks>Source: R2021. Rests without a catalog and for an unknown image: its own command is not known then.</remarks>
public sealed class EAS2204NoStartCommand : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2204", Severity.Warning, "No start command",
        "service '{0}': image '{1}' brings no start command that is known, and neither Script nor Command is set. Set Script to the command that starts the server on port {2}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.StartCommand.Origin == StartCommandOrigin.None && service.Catalog.IsQueried
            && service.Image.State != ResolutionState.NotFound && service.Spec.Environment.Image is { } wanted)
        {
            yield return Descriptor.At(wanted.Location, service.Name.Shown(), wanted.Value.Text.Shown(), service.Port);
        }
    }
}
