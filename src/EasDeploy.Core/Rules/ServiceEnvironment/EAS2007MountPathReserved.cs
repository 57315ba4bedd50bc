using EasDeploy.Diagnostics;
using EasDeploy.Items;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A mount over a system folder hides what the container needs to start.</summary>
/// <remarks>Source: R4002, checklist X36; the first four folders are documented, the others inferred.</remarks>
public sealed class EAS2007MountPathReserved : IItemRule
{
    private const string SharedMemory = "/dev/shm";

    private static readonly string[] Reserved =
        ["/bin", "/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/run", "/sbin", "/sys", "/usr", "/var"];

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2007", Severity.Error, "Mount path is reserved by the system",
        "service '{0}': {1} '{2}' would hide the container's system folder '{3}'. Set {1}=\"{4}\" or another folder outside the system's.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        // Shared memory is a folder of the system, and meant to be mounted over.
        ItemValue?[] shared = [.. item.OtherMounts.Where(mount => mount.Include == "empty_dir").Select(mount => mount.Find(PropertyCatalog.Metadata.MountPath))];
        foreach ((string name, ItemValue value) in MountPaths.WrittenIn(item))
        {
            string text = value.Text.Trim();
            if (MountPaths.Normalize(text) == SharedMemory && shared.Contains(value))
            {
                continue;
            }

            if (MountPaths.IsAbsolute(text) && ReservedFolderOf(MountPaths.Normalize(text)) is { } folder)
            {
                string offer = name == PropertyCatalog.Metadata.ModelMountPath ? "/model_dir" : "/data";
                yield return Descriptor.At(value.Location, item.Name.Shown(), name, text.Shown(), folder, offer);
            }
        }
    }

    private static string? ReservedFolderOf(string path) =>
        path == "/" ? "/" : Array.Find(Reserved, folder => MountPaths.IsWithin(path, folder));
}
