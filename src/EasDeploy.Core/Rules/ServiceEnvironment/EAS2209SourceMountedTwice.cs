using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>One source is mounted in one place.</summary>
/// <remarks>Source: R4019.</remarks>
public sealed class EAS2209SourceMountedTwice : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2209", Severity.Warning, "A source is mounted twice",
        "service '{0}': '{1}' is mounted at '{2}' and at '{3}'. Remove one of the two mounts.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        Dictionary<StorageSource, StorageMount> seen = [];
        foreach (StorageMount mount in service.Spec.Environment.Mounts)
        {
            if (mount.Parsed is { } source && !seen.TryAdd(source, mount))
            {
                yield return Descriptor.At(
                    mount.Source.Location, service.Name.Shown(), mount.Source.Value.Shown(), seen[source].MountPath.Value.Shown(40), mount.MountPath.Value.Shown(40));
            }
        }
    }
}
