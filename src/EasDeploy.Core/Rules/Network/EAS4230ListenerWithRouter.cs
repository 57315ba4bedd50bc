using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Network;

/// <summary>NLB association does not work with the LLM router.</summary>
/// <remarks>Source: service-config.md section 7, R5029.</remarks>
public sealed class EAS4230ListenerWithRouter : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4230", Severity.Error, "A load balancer cannot serve an LLM router",
        "'networking.nlb' is set for a service of type LLMGatewayService, which cannot be reached that way. Remove 'networking.nlb'.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Item.Config is not { } text)
        {
            yield break;
        }

        if (ConfigWalk.Find(text, "/metadata/type").Any(type => ConfigWalk.Text(type.Node) == "LLMGatewayService") && ConfigWalk.Find(text, "/networking/nlb/*").Any())
        {
            yield return Descriptor.At(text.At("/networking/nlb"));
        }
    }
}
