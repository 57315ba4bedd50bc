using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Eas;

/// <summary>A VPC from which a gateway can be reached.</summary>
/// <param name="Status"><c>Creating</c> or <c>Running</c>.</param>
public sealed record GatewayLinkedVpc(string VpcId, string? VSwitchId, string? SecurityGroupId, string? Ip, string Status);

public sealed partial class EasClient
{
    /// <summary>VPCs linked to a gateway.</summary>
    /// <remarks>Source: openapi.md sections 5.1 and 10.</remarks>
    public async Task<ImmutableArray<GatewayLinkedVpc>> ListGatewayIntranetLinkedVpcAsync(string gatewayId, CancellationToken ct)
    {
        ApiRequest request = GetOne(
            "ListGatewayIntranetLinkedVpc", "/gateways", "GatewayId", gatewayId, "/intranet_endpoint_linked_vpc");
        using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
        return
        [
            .. answer.RootElement.Items("IntranetLinkedVpcList")
                .Where(row => row.Text("VpcId") is not null)
                .Select(row => new GatewayLinkedVpc(
                    row.Text("VpcId")!, row.Text("VSwitchId"), row.Text("SecurityGroupId"), row.Text("Ip"), row.Text("Status") ?? "")),
        ];
    }
}
