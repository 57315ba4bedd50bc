using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>Self-managed groups are machines of another site; what runs there is agreed elsewhere.</summary>
/// <remarks>Source: R3042; checklist X9.</remarks>
public sealed class EAS3109GroupNotDedicated : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3109", Severity.Warning, "The resource group is not a dedicated one",
        "service '{0}': resource group '{1}' is of type {2}, and only dedicated groups are sure to take services. Set ResourceGroup to {3}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is { ResourceGroup.Value: { ResourceType: { Length: > 0 } and not "Dedicated" } group, Spec.Resources.ResourceGroup: { } wanted })
        {
            yield return Descriptor.At(wanted.Location, service.Name.Shown(), group.Name.Shown(), group.ResourceType.Shown(), GroupOffer.For(service) is { } offer && offer != wanted.Value ? offer : "a dedicated group");
        }
    }
}
