using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>The readiness check is spelled health_check.</summary>
/// <remarks>Source: service-config.md R2055, C12.</remarks>
public sealed class EAS5034ReadinessName : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5034", Severity.Warning, "The readiness check has another name",
        "'{0}' is a name few sources know. Write 'health_check'.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, _) in ConfigWalk.Find(text, "/containers/*/readiness_check"))
        {
            yield return Descriptor.At(text.NameAt(pointer), pointer[1..].Replace('/', '.'));
        }
    }
}
