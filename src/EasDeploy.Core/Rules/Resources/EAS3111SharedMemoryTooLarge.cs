using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>Shared memory is part of the memory of the instance.</summary>
/// <remarks>Source: R3052; C22 (an instance with a T4 may have 15 GB). Rests where the memory itself looks wrong (EAS3040).</remarks>
public sealed class EAS3111SharedMemoryTooLarge : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3111", Severity.Warning, "Shared memory takes all the memory there is",
        "'metadata.shm_size' is {0} GB, {1}. {2}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/metadata/shm_size"))
        {
            if (ConfigWalk.Number(node) is not { } size)
            {
                continue;
            }

            if (Memory(service) is { } has && size >= has.GB)
            {
                yield return Descriptor.At(text.At(pointer), node.ToJsonString(), $"and {has.Where} has {ModelMemory.Plain(has.GB)} GB in all", "Write less than half of it");
            }
            else if (ConfigWalk.Find(text, "/storage/*/mount_path").Any(mount => ConfigWalk.Text(mount.Node)?.TrimEnd('/') == "/dev/shm"))
            {
                yield return Descriptor.At(text.At(pointer), node.ToJsonString(), "and a mount at '/dev/shm' takes its place", "Keep one of the two");
            }
        }
    }

    private static (double GB, string Where)? Memory(ResolvedService service) => service switch
    {
        { InstanceTypes: [{ Type.Value.Row: { Memory: > 0 } row }, ..] } => (row.Memory, $"'{row.Name}'"),
        { Spec.Resources: { ResourceGroup: not null, Memory: { } share and > 0 } } when !EAS3040MemoryLooksLikeGB.LooksLikeGB(share) => (share / 1024.0, "the share of the resource group"),
        _ => null,
    };
}
