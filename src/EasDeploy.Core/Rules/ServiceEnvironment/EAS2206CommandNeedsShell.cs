using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>Command is started without a shell, so the words of a shell would reach the program as arguments.</summary>
/// <remarks>Source: R2022, ruling C05.</remarks>
public sealed class EAS2206CommandNeedsShell : IRule
{
    private static readonly string[] ShellWords = ["&&", ";", "|", "\n", "$("];

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2206", Severity.Error, "Command needs a shell",
        "service '{0}': Command contains '{1}', and a Command runs without a shell. Rename the metadata Command to Script.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Environment.Command is { } command
            && Array.Find(ShellWords, word => command.Value.Contains(word, StringComparison.Ordinal)) is { } found)
        {
            yield return Descriptor.At(command.Location, service.Name.Shown(), found.Shown());
        }
    }
}
