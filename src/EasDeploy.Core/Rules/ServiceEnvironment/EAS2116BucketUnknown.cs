using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A bucket that no list of the account has is misspelt, or belongs to somebody else.</summary>
/// <remarks>Source: R4014; deployment workflow, step 2.2.</remarks>
public sealed class EAS2116BucketUnknown : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2116", Severity.Warning, "The bucket is not one of this account",
        "service '{0}': bucket '{1}' {2}. {3}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        foreach (StorageMount mount in service.Spec.Environment.Mounts)
        {
            if (mount.Parsed is not StorageSource.OssFolder folder)
            {
                continue;
            }

            CatalogStorage storage = service.Catalog.Storage;
            string name = OssPath.Split(folder.Path).Bucket;
            bool existsNowhere = storage.Folder(folder.Path) is { State: FolderState.NoBucket };
            if (existsNowhere || (storage.Buckets is not null && storage.Bucket(name) is null))
            {
                string repair = NearestName.Of(name, storage.Buckets?.Select(bucket => bucket.Name) ?? []) is { } near ? $"Write oss://{near}/, or " : "";
                yield return Descriptor.At(
                    mount.Source.Location,
                    service.Name.Shown(),
                    name,
                    existsNowhere ? "does not exist" : "is not one of this account",
                    repair + (existsNowhere ? "create it and upload the folder" : "make sure that its owner lets EAS read it") is var text ? char.ToUpperInvariant(text[0]) + text[1..] : "");
            }
        }
    }
}
