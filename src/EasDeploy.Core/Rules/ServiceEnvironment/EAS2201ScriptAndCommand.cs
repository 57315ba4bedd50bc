using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A container starts with a script or with a command, never both.</summary>
/// <remarks>Source: R2020; rulings K16, C05.</remarks>
public sealed class EAS2201ScriptAndCommand : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2201", Severity.Error, "Script and Command are both set",
        "service '{0}' has both Script and Command, and a container starts with one of them. Remove Command=\"{1}\" and keep Script.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Environment is { Script: not null, Command: { } command })
        {
            yield return Descriptor.At(command.Location, service.Name.Shown(), command.Value.Shown());
        }
    }
}
