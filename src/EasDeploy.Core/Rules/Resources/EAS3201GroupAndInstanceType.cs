using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>A service runs in a resource group or on public instance types; on both only where the list of types says that the group comes first.</summary>
/// <remarks>Source: R3002; rulings K22, C19.</remarks>
public sealed class EAS3201GroupAndInstanceType : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3201", Severity.Error, "Resource group and instance type are both set",
        "service '{0}' names both ResourceGroup '{1}' and InstanceType '{2}', and it can run on one of them only. Remove ResourceGroup or InstanceType.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (!service.Spec.Item.SpillsOver && service.Spec.Resources is { ResourceGroup: { } group, InstanceTypes: [var first, ..] })
        {
            yield return Descriptor.At(group.Location, service.Name.Shown(), group.Value.Shown(), first.Value.Shown());
        }
    }
}
