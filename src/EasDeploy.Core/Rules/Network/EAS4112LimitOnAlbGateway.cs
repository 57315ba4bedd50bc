using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>A gateway on an application load balancer (ALB) neither counts calls at work nor cuts them after the keepalive.</summary>
/// <remarks>Source: R5032; known where DescribeGateway names a load balancer <c>alb-…</c> (C18).</remarks>
public sealed class EAS4112LimitOnAlbGateway : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4112", Severity.Warning, "An ALB gateway does not apply this limit",
        "'{0}' has no effect behind gateway '{1}', which is an application load balancer. Remove it, or choose another gateway.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is not { Network.Gateway.Value: { LoadBalancerId: { } balancer } gateway, Spec.Item.Config: { } text } || !balancer.StartsWith("alb-", StringComparison.Ordinal))
        {
            yield break;
        }

        string[] limits = ["/networking/gateway_policy/concurrency_limit", "/metadata/rpc/keepalive", "/rpc/keepalive"];
        foreach ((string pointer, JsonNode _) in limits.SelectMany(limit => ConfigWalk.Find(text, limit)))
        {
            yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'), gateway.Name.Shown());
        }
    }
}
