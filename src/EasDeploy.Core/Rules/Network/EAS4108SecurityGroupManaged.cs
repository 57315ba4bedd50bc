using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>A security group that another product keeps is not for own use: its rules change without notice.</summary>
/// <remarks>Source: R5015.</remarks>
public sealed class EAS4108SecurityGroupManaged : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4108", Severity.Warning, "The security group belongs to another product",
        "service '{0}': security group '{1}' ({2}) is managed by another cloud product, which may change its rules. Set SecurityGroupId=\"{3}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Network.SecurityGroup.Value is { IsServiceManaged: true } group)
        {
            string offer = service.Catalog.Network.SecurityGroups!.Value.FirstOrDefault(other => other.VpcId == group.VpcId && !other.IsServiceManaged)?.Id
                ?? "id of a group of your own";
            yield return Descriptor.At(
                service.Spec.Network.SecurityGroupId!.Location, service.Name.Shown(), group.Id.Shown(), group.Name.Shown(), offer);
        }
    }
}
