using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Nlb;

public sealed partial class NlbClient
{
    /// <summary>One network load balancer.</summary>
    /// <remarks>Source: openapi.md section 7; an unknown id answers 404 ResourceNotFound.loadBalancer.</remarks>
    public async Task<LoadBalancer> GetLoadBalancerAttributeAsync(string loadBalancerId, CancellationToken ct)
    {
        ApiRequest request = Call("GetLoadBalancerAttribute", new ApiQuery { { "LoadBalancerId", loadBalancerId }, { "RegionId", region } });
        using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
        return ToLoadBalancer(answer.RootElement) ?? throw ApiAnswer.Lacks(request, "LoadBalancerId");
    }
}
