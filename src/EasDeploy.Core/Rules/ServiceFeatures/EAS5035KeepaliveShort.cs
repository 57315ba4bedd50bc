using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>The limit of a call is in milliseconds; 600 is 0.6 s, not ten minutes.</summary>
/// <remarks>Source: service-config.md R6031, C09.</remarks>
public sealed class EAS5035KeepaliveShort : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5035", Severity.Warning, "A call may last less than five seconds",
        "'{0}' is {1} milliseconds, after which a call is cut. Write at least 5000, or 600000 for ten minutes.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/metadata/rpc/keepalive").Concat(ConfigWalk.Find(text, "/rpc/keepalive")))
        {
            if (ConfigWalk.Number(node) is < 5000)
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'), node.ToJsonString());
            }
        }
    }
}
