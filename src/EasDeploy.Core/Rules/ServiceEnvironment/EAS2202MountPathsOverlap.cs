using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

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
        List<(string Source, Given<string> Written, string Path)> mounts = [.. Mounts(service.Spec)
            .Where(mount => MountPaths.IsAbsolute(mount.Path.Value))
            .Select(mount => (mount.Source, mount.Path, MountPaths.Normalize(mount.Path.Value)))
            .Where(mount => mount.Item3 != "/")];
        for (int later = 1; later < mounts.Count; later++)
        {
            (string source, Given<string> written, string path) = mounts[later];
            foreach ((string other, _, string otherPath) in mounts.Take(later))
            {
                if (MountPaths.IsWithin(path, otherPath) || MountPaths.IsWithin(otherPath, path))
                {
                    string relation = path == otherPath ? "the same path" : MountPaths.IsWithin(path, otherPath) ? "inside" : "around";
                    yield return Descriptor.At(
                        written.Location,
                        service.Name.Shown(),
                        source.Shown(40),
                        path.Shown(40),
                        relation,
                        otherPath.Shown(40),
                        other.Shown(40),
                        Free(mounts.ConvertAll(taken => taken.Path)));
                    break;
                }
            }
        }
    }

    /// <summary>A cache lies over its source on purpose.</summary>
    private static IEnumerable<(string Source, Given<string> Path)> Mounts(ServiceSpec service) => service.Environment.Mounts
        .Select(mount => (mount.Source.Value, mount.MountPath))
        .Concat(
            from other in service.Item.OtherMounts
            where other.Include != "cache"
            let path = other.Find(Metadata.MountPath)
            where path is not null
            select (other.Include, new Given<string>(path.Text.Trim(), path.Location)));

    private static string Free(List<string> taken) => Enumerable.Range(1, taken.Count + 1)
        .Select(number => number == 1 ? "/data" : FormattableString.Invariant($"/data{number}"))
        .First(candidate => !taken.Any(path => MountPaths.IsWithin(path, candidate) || MountPaths.IsWithin(candidate, path)));
}
