using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>Batching and worker threads belong to processor deployments.</summary>
/// <remarks>Source: service-config.md section 3 (rpc), R6032.</remarks>
public sealed class EAS5036ProcessorSetting : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5036", Severity.Warning, "A setting of processor deployments",
        "'{0}' has no effect on a container image. Remove it.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach (string name in new[] { "batching", "max_batch_size", "max_batch_timeout", "worker_threads" })
        {
            foreach ((string pointer, _) in ConfigWalk.Find(text, "/metadata/rpc/" + name).Concat(ConfigWalk.Find(text, "/rpc/" + name)))
            {
                yield return Descriptor.At(text.NameAt(pointer), pointer[1..].Replace('/', '.'));
            }
        }
    }
}
