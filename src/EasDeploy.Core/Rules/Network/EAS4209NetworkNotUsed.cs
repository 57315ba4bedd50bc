using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>A VPC is named for a reason: a dedicated gateway, a load balancer or a NAS mount.</summary>
/// <remarks>Source: R5018 (inferred): without one, instances only get access to the VPC.</remarks>
public sealed class EAS4209NetworkNotUsed : IRule
{
    /// <summary>Reasons that a document writes wrong: other rules tell of that.</summary>
    private static readonly string[] s_reasons = ["/networking/gateway", "/metadata/gateway", "/networking/nlb", "/storage/*/nfs"];

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4209", Severity.Warning, "The VPC is used by nothing",
        "service '{0}' names VPC '{1}', and neither a dedicated gateway, nor a listener, nor a NAS mount needs it. Set Gateway, or remove VpcId, VSwitchIds and SecurityGroupId.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Network is { HasWholeNetwork: true, Gateway: null, Listeners.IsEmpty: true } network
            && !service.Spec.Environment.Mounts.Any(mount => mount.Parsed is null or Specs.StorageSource.NasPath)
            && !(service.Spec.Item.Config is { } text && s_reasons.Any(reason => ConfigWalk.Find(text, reason).Any())))
        {
            yield return Descriptor.At(network.VpcId!.Location, service.Name.Shown(), network.VpcId.Value.Shown());
        }
    }
}
