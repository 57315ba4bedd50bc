using System.Globalization;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>An image's own command that fixes the port somewhere we cannot see does not fit a service with another port.</summary>
/// <remarks>Source: ruling K15: rewritten where its form is known, else an error asks for Script.</remarks>
public sealed class EAS2205PresetNeedsScript : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2205", Severity.Error, "The image's start command cannot be fitted to the port",
        "service '{0}': the start command of image '{1}' listens on its own port {2}, not on {3}: {4}. Set Script to a command that listens on {3}{5}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is { StartCommand: { UnrewritablePreset: true } command, Image.Value: { } image, Spec.Environment.Image: { } wanted })
        {
            string orPort = EAS2003PortReserved.IsReserved(image.PresetPort)
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $", or set Port=\"{image.PresetPort}\"");
            yield return Descriptor.At(
                service.Spec.Environment.Port?.Location ?? wanted.Location,
                service.Name.Shown(), wanted.Value.Text.Shown(), image.PresetPort, service.Port, command.Text.Shown(), orPort);
        }
    }
}
