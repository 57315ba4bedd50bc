using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.Network;

/// <summary>In a document a gateway is named by its id.</summary>
/// <remarks>Source: service-config.md R5002.</remarks>
public sealed class EAS4031GatewayIdForm : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4031", Severity.Error, "A gateway id has the wrong form",
        "'networking.gateway' is '{0}', and a gateway id starts with 'gw-'. Write the id, such as 'gw-48hmbdt00fi6x90gft'.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/networking/gateway"))
        {
            if (ConfigWalk.Text(node) is { } id && !id.StartsWith("gw-", StringComparison.Ordinal) && !string.Equals(id, "shared", StringComparison.OrdinalIgnoreCase))
            {
                yield return Descriptor.At(text.At(pointer), id.Shown());
            }
        }
    }
}
