using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>Every container listens on a port of its own range; 8080 and 9090 belong to the service itself.</summary>
/// <remarks>Source: service-config.md R2010, R2011; C14.</remarks>
public sealed class EAS2030SideContainerPort : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2030", Severity.Error, "A port of a further container cannot be used",
        "'{0}' is {1}, and {2}. Write another port, such as {3}.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/containers/*/port"))
        {
            // The first container is the item's own: EAS2002 and EAS2003.
            if (!pointer.StartsWith("/containers/0/", StringComparison.Ordinal) && ConfigWalk.Number(node) is { } port)
            {
                string? reason = port is < 1 or > 65535 ? "a port is 1 to 65535" : port is 8080 or 9090 ? "EAS listens on 8080 and 9090 itself" : null;
                if (reason is not null)
                {
                    yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'), node.ToJsonString(), reason, 8001);
                }
            }
        }
    }
}
