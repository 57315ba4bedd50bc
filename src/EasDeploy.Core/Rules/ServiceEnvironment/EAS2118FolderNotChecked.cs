using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>Says what was not checked, once for each service.</summary>
/// <remarks>Source: design section 7: a part that could not be asked for is not checked; StorageQuery bounds a listing to 5,000 objects.</remarks>
public sealed class EAS2118FolderNotChecked : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2118", Severity.Info, "A folder was not looked into",
        "service '{0}': '{1}' {2}, so what lies there was not checked. {3}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        foreach (StorageMount mount in service.Spec.Environment.Mounts)
        {
            ModelFolder? folder = (mount.Parsed as StorageSource.OssFolder)?.Path is { } path ? service.Catalog.Storage.Folder(path) : null;
            (string What, string Repair)? gap = folder switch
            {
                { State: FolderState.NotReadable } => ($"could not be listed ({(folder.Detail ?? "").Shown(40)})", "Allow oss:ListObjects on the bucket to check it"),
                { IsCut: true } => ($"holds more than {folder.ObjectCount} objects", "Mount the folder of the model alone"),
                _ => null,
            };
            if (gap is { } told)
            {
                yield return Descriptor.At(mount.Source.Location, service.Name.Shown(), folder!.Path.Shown(), told.What, told.Repair);
                yield break;
            }
        }
    }
}
