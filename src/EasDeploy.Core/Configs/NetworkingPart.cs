using System.Text.Json.Serialization;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Configs;

/// <summary>Section <c>cloud.networking</c>: the VPC.</summary>
/// <param name="VSwitchId">Ids joined with commas, no spaces (C37).</param>
/// <remarks>Source: service-config.md section 5.</remarks>
internal sealed record CloudNetworkingPart(
    [property: JsonPropertyName("vpc_id")] string? VpcId,
    [property: JsonPropertyName("vswitch_id")] string? VSwitchId,
    [property: JsonPropertyName("security_group_id")] string? SecurityGroupId)
{
    /// <returns>Null when the service names no network.</returns>
    public static CloudNetworkingPart? Of(ResolvedService service) => service.Spec.Network is { HasAnyNetwork: true } network
        ? new CloudNetworkingPart(
            network.VpcId?.Value,
            network.VSwitchIds.IsEmpty ? null : string.Join(',', network.VSwitchIds.Select(id => id.Value)),
            network.SecurityGroupId?.Value)
        : null;
}

/// <summary>Section <c>networking</c>: who receives the calls. The shared gateway is never written.</summary>
/// <remarks>Source: service-config.md section 7.</remarks>
internal sealed record NetworkingPart(
    [property: JsonPropertyName("gateway")] string? Gateway,
    [property: JsonPropertyName("nlb")] IReadOnlyList<NlbEntry>? Nlb)
{
    /// <returns>Null when the shared gateway serves alone.</returns>
    public static NetworkingPart? Of(ResolvedService service)
    {
        IReadOnlyList<NlbEntry>? listeners = service.Spec.Network.Listeners.IsEmpty ? null : [.. service.Spec.Network.Listeners.Select(NlbEntry.Of)];
        return service.GatewayId is null && listeners is null ? null : new NetworkingPart(service.GatewayId, listeners);
    }
}

/// <param name="NetType">Spelled as the published page does (C15); only for a load balancer of the service's own.</param>
internal sealed record NlbEntry(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("listener_port")] int? ListenerPort,
    [property: JsonPropertyName("net_type")] string? NetType)
{
    public static NlbEntry Of(NlbListener listener) => new(
        listener.Id.Value,
        listener.Port?.Value,
        listener.IsOwnedByService ? listener.NetType?.Value.ToLowerInvariant() ?? NlbListener.DefaultNetType : null);
}
