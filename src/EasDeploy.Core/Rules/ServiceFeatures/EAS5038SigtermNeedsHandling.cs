using System.Text.Json;
using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>With enable_sigterm the process is told to end, and decides itself.</summary>
/// <remarks>Source: service-config.md R6034, C10.</remarks>
public sealed class EAS5038SigtermNeedsHandling : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5038", Severity.Warning, "The process must handle SIGTERM itself",
        "'{0}' is true, so the process gets SIGTERM and must end its calls itself. Write false, or make sure it does.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/metadata/rpc/enable_sigterm").Concat(ConfigWalk.Find(text, "/rpc/enable_sigterm")))
        {
            if (node.GetValueKind() == JsonValueKind.True)
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'));
            }
        }
    }
}
