using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Eas;

/// <summary>The network behind a gateway.</summary>
/// <param name="VSwitchIds">May be empty.</param>
public sealed record GatewayLoadBalancer(string? Id, string? VpcId, IReadOnlyList<string> VSwitchIds);

/// <summary>A gateway and its load balancers.</summary>
/// <param name="LoadBalancers">In no published model; empty when the answer has no LoadBalancerList: then ask ListGatewayIntranetLinkedVpc.</param>
public sealed record GatewayDetail(Gateway Gateway, ImmutableArray<GatewayLoadBalancer> LoadBalancers);

public sealed partial class EasClient
{
    /// <summary>One gateway.</summary>
    /// <remarks>Source: deployment workflow, phase 4; openapi.md sections 1 (point 6) and 10.</remarks>
    public async Task<GatewayDetail> DescribeGatewayAsync(string gatewayId, CancellationToken ct)
    {
        ApiRequest request = GetOne("DescribeGateway", "/gateways", "GatewayId", gatewayId);
        using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
        Gateway gateway = ToGateway(answer.RootElement) ?? throw ApiAnswer.Lacks(request, "GatewayId");
        return new GatewayDetail(
            gateway,
            [.. answer.RootElement.Items("LoadBalancerList").Select(row => new GatewayLoadBalancer(row.Text("LoadBalancerId"), row.Text("VpcId"), row.Texts("VSwitchIds")))]);
    }
}
