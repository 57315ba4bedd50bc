using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A variable has one value.</summary>
/// <remarks>Source: R2031, service-config.md section 4 (env): a list, in which the last entry of a name wins.</remarks>
public sealed class EAS2212VariableTwice : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2212", Severity.Warning, "A variable of the environment is set twice",
        "service '{0}': the variable '{1}' is set twice, and the later value wins. Remove one of the two items, or give each its Service.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (EnvironmentVariable variable in service.Spec.Environment.EnvironmentVariables)
        {
            if (!seen.Add(variable.Name))
            {
                yield return Descriptor.At(variable.Location, service.Name.Shown(), variable.Name.Shown());
            }
        }
    }
}
