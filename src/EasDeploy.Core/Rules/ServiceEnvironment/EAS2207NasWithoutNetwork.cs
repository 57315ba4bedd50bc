using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A file server is reached through its VPC, so the service names all three parts of it.</summary>
/// <remarks>Source: R4021. A network named in part is EAS4202.</remarks>
public sealed class EAS2207NasWithoutNetwork : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2207", Severity.Error, "A NAS mount needs a VPC",
        "service '{0}' mounts '{1}' and does not name the VPC of that file server. Set VpcId=\"vpc-…\" VSwitchIds=\"vsw-…\" SecurityGroupId=\"sg-…\" on the EasService.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (!service.Spec.Network.HasAnyNetwork
            && service.Spec.Environment.Mounts.FirstOrDefault(mount => mount.Parsed is StorageSource.NasPath) is { } mount)
        {
            yield return Descriptor.At(mount.Source.Location, service.Name.Shown(), mount.Source.Value.Shown());
        }
    }
}
