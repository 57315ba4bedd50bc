using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>No mount lies on or in another one: the later would hide the earlier.</summary>
/// <remarks>Source: R4003, checklist X35. A mount on the root, around everything, is EAS2007 alone.</remarks>
public sealed class EAS2202MountPathsOverlap : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2202", Severity.Error, "Two mounts overlap",
        "service '{0}': '{1}' is mounted at '{2}', {3} '{4}' where '{5}' is mounted. Give it a path of its own, for example MountPath=\"{6}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        List<(StorageMount Mount, string Path)> mounts = [.. service.Spec.Environment.Mounts
            .Where(mount => MountPaths.IsAbsolute(mount.MountPath.Value))
            .Select(mount => (mount, MountPaths.Normalize(mount.MountPath.Value)))
            .Where(pair => pair.Item2 != "/")];
        for (int later = 1; later < mounts.Count; later++)
        {
            (StorageMount mount, string path) = mounts[later];
            foreach ((StorageMount other, string otherPath) in mounts.Take(later))
            {
                if (MountPaths.IsWithin(path, otherPath) || MountPaths.IsWithin(otherPath, path))
                {
                    string relation = path == otherPath ? "the same path" : MountPaths.IsWithin(path, otherPath) ? "inside" : "around";
                    yield return Descriptor.At(
                        mount.MountPath.Location,
                        service.Name.Shown(),
                        mount.Source.Value.Shown(40),
                        path.Shown(40),
                        relation,
                        otherPath.Shown(40),
                        other.Source.Value.Shown(40),
                        Free(mounts.ConvertAll(taken => taken.Path)));
                    break;
                }
            }
        }
    }

    private static string Free(List<string> taken) => Enumerable.Range(1, taken.Count + 1)
        .Select(number => number == 1 ? "/data" : FormattableString.Invariant($"/data{number}"))
        .First(candidate => !taken.Any(path => MountPaths.IsWithin(path, candidate) || MountPaths.IsWithin(candidate, path)));
}
