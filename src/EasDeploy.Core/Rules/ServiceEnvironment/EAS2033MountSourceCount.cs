using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>An entry of storage mounts one thing.</summary>
/// <remarks>Source: service-config.md section 6, R4004.</remarks>
public sealed class EAS2033MountSourceCount : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2033", Severity.Error, "A mount has no source, or several",
        "'{0}' has {1}. Write exactly one of oss, nfs, dataset, git, image, empty_dir or cache.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        string[] kinds = ["oss", "nfs", "dataset", "git", "image", "empty_dir", "cache", "code", "model"];
        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/storage/*"))
        {
            if (node is JsonObject mount && kinds.Where(mount.ContainsKey).ToArray() is { Length: not 1 } written)
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'), written.Length == 0 ? "no source" : $"{written.Length} sources: {string.Join(", ", written)}");
            }
        }
    }
}
