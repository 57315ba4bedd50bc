using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.Network;

/// <summary>The shared gateway is meant by leaving the field out.</summary>
/// <remarks>Source: service-config.md section 7, R5001.</remarks>
public sealed class EAS4030SharedGatewayWritten : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4030", Severity.Error, "The shared gateway is written out",
        "'networking.gateway' is 'shared', which is no id. Remove it: without a gateway the shared one serves.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/networking/gateway"))
        {
            if (string.Equals(ConfigWalk.Text(node), "shared", StringComparison.OrdinalIgnoreCase))
            {
                yield return Descriptor.At(text.At(pointer));
            }
        }
    }
}
