using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.Resources;

/// <summary>In a group each instance names its share.</summary>
/// <remarks>Source: R3044, C20.</remarks>
public sealed class EAS3240GroupWithoutSize : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3240", Severity.Warning, "A share of a resource group without a size",
        "service '{0}' runs in a resource group, and {1} not set. Set {2}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        Specs.ResourcesSpec wanted = service.Spec.Resources;
        string[] missing = [.. new[] { Metadata.Cpu, Metadata.Memory }.Where(name => !GroupShare.IsWritten(service.Spec.Item, name))];
        if (wanted.ResourceGroup is { } group && missing.Length > 0)
        {
            yield return Descriptor.At(
                group.Location, service.Name.Shown(), string.Join(" and ", missing) + (missing.Length == 1 ? " is" : " are"), string.Join(" and ", missing.Select(name => name == Metadata.Cpu ? "Cpu to cores such as 8" : "Memory to MB such as 30720")));
        }
    }
}
