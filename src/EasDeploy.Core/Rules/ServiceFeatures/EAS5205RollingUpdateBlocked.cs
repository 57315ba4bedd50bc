using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>An update needs room: one instance more, or one fewer.</summary>
/// <remarks>Source: R6021 (inferred).</remarks>
public sealed class EAS5205RollingUpdateBlocked : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5205", Severity.Error, "An update could not move",
        "service '{0}': MaxSurge '{1}' and MaxUnavailable 0 leave an update no instance to begin with. Set MaxSurge=\"1\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Features is { MaxSurge: { } surge, MaxUnavailable.Value: 0 } && EAS5004MaxSurge.PercentOf(surge.Value) == 0)
        {
            yield return Descriptor.At(surge.Location, service.Name.Shown(), surge.Value.Shown());
        }
    }
}
