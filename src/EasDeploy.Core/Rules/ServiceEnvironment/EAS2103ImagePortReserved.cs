using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>An image may state a port that EAS keeps for itself; then the author must choose another.</summary>
/// <remarks>Source: R2011; ruling C14. The same ports written by the author are EAS2003.</remarks>
public sealed class EAS2103ImagePortReserved : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2103", Severity.Error, "The image's own port is reserved by EAS",
        "service '{0}': image '{1}' listens on {2} by itself, and EAS keeps 8080 and 9090 for its own use. Set Port=\"8000\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is { Image.Value.PresetPort: { } port, Spec.Environment: { Port: null, Image: { } wanted } } && EAS2003PortReserved.IsReserved(port))
        {
            yield return Descriptor.At(wanted.Location, service.Name.Shown(), wanted.Value.Text.Shown(), port);
        }
    }
}
