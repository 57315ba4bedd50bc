using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Resources;

/// <summary>A service says what it needs, or names types or a group; both at once contradict each other.</summary>
/// <remarks>Source: design section 3: InstanceType, or by need, or a resource group.</remarks>
public sealed class EAS3204NeedBesideTypes : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3204", Severity.Error, "A need beside named types or a group",
        "service '{0}' asks for {1} and also names {2}. Remove one of the two.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        string? named = service.Spec.Resources switch
        {
            { InstanceTypes: [var first, ..] } => $"InstanceType '{first.Value.Shown()}'",
            { ResourceGroup: { } group } => $"ResourceGroup '{group.Value.Shown()}'",
            _ => null,
        };
        if (named is not null && service.Spec.Resources.Need is { } need)
        {
            yield return Descriptor.At(need.Location, service.Name.Shown(), InstanceNeed.TextOf(service.Spec.Item), named);
        }
    }
}
