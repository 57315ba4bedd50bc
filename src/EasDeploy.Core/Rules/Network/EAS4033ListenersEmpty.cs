using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.Network;

/// <summary>A list of load balancers names at least one.</summary>
/// <remarks>Source: service-config.md R5020.</remarks>
public sealed class EAS4033ListenersEmpty : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4033", Severity.Error, "A list of listeners is empty",
        "'networking.nlb' is an empty list. Remove it, or name a load balancer in it.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/networking/nlb"))
        {
            if (node is JsonArray { Count: 0 })
            {
                yield return Descriptor.At(text.At(pointer));
            }
        }
    }
}
