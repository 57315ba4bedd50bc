using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>Units of several machines and RDMA need a Lingjun quota.</summary>
/// <remarks>Source: service-config.md section 2 (unit), R3034.</remarks>
public sealed class EAS3234DistributedOnPublic : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3234", Severity.Warning, "Distributed instances on public resources",
        "'{0}' asks for several machines that work as one, which needs a Lingjun quota. Remove it, or set 'metadata.quota_id'.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Item.Config is not { } text)
        {
            yield break;
        }

        bool hasQuota = ConfigWalk.Find(text, "/metadata/quota_id").Any();
        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/unit/size").Concat(ConfigWalk.Find(text, "/metadata/rdma")))
        {
            if (!hasQuota && ConfigWalk.Number(node) is { } number && number > (pointer == "/unit/size" ? 1 : 0))
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'));
            }
        }
    }
}
