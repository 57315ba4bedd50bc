using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.Resources;

/// <summary>Lingjun quotas are outside of what is checked.</summary>
/// <remarks>Source: service-config.md R1042.</remarks>
public sealed class EAS3033QuotaNotHandled : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3033", Severity.Warning, "A Lingjun quota is not checked",
        "'metadata.quota_id' is set, and EasDeploy does not know quotas. Remove it, or check the size of the service by hand.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, _) in ConfigWalk.Find(text, "/metadata/quota_id"))
        {
            yield return Descriptor.At(text.At(pointer));
        }
    }
}
