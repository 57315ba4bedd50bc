using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>The security group is in the VPC of the service.</summary>
/// <remarks>Source: R5014. Rests when the VPC is not there (EAS4105).</remarks>
public sealed class EAS4107SecurityGroupNotInVpc : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4107", Severity.Error, "The security group is not in the VPC",
        "service '{0}': security group '{1}' is not in VPC '{2}'. Set SecurityGroupId=\"{3}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Network is { SecurityGroup.State: ResolutionState.NotFound, Vpc.State: not ResolutionState.NotFound }
            && service.Spec.Network is { VpcId: { } vpc, SecurityGroupId: { } wanted } && !EAS4103GatewayInAnotherVpc.SpeaksFor(service))
        {
            string[] ids = [.. service.Catalog.Network.SecurityGroups!.Value
                .Where(group => group.VpcId == vpc.Value && !group.IsServiceManaged).Select(group => group.Id)];
            string offer = NearestName.Of(wanted.Value, ids) ?? service.Network.Gateway.Value?.SecurityGroupId ?? ids.FirstOrDefault() ?? "id of one in this VPC";
            yield return Descriptor.At(wanted.Location, service.Name.Shown(), wanted.Value.Shown(), vpc.Value.Shown(), offer);
        }
    }
}
