using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>The protection period belongs to spot instances.</summary>
/// <remarks>Source: service-config.md section 5, R3007.</remarks>
public sealed class EAS3231SpotProtectionUnused : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3231", Severity.Warning, "Spot protection without spot instances",
        "'disable_spot_protection_period' is set, and no entry has a spot_price_limit. Add the limit to an entry of 'instances', or remove it.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, _) in ConfigWalk.Find(text, "/cloud/computing/disable_spot_protection_period"))
        {
            if (!ConfigWalk.Find(text, "/cloud/computing/instances/*/spot_price_limit").Any())
            {
                yield return Descriptor.At(text.At(pointer));
            }
        }
    }
}
