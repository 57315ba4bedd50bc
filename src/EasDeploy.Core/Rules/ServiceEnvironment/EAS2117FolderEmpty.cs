using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>An empty folder is mounted without a word; the server then finds no model.</summary>
/// <remarks>Source: R4015. A folder the service may write to, and that holds no model, may be empty.</remarks>
public sealed class EAS2117FolderEmpty : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2117", Severity.Warning, "Nothing lies in the folder",
        "service '{0}': nothing lies at '{1}'. Upload the files, or correct the path.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        ModelPlace? model = ModelPlace.Of(service.Spec);
        foreach (StorageMount mount in service.Spec.Environment.Mounts)
        {
            string? path = mount == model?.Mount ? model.Path : mount.ReadOnly ? (mount.Parsed as StorageSource.OssFolder)?.Path : null;
            if (path is not null && service.Catalog.Storage.Folder(path) is { IsEmpty: true })
            {
                yield return Descriptor.At(mount.Source.Location, service.Name.Shown(), path.Shown());
            }
        }
    }
}
