using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A bucket is mounted in its own region only.</summary>
/// <remarks>Source: R4013; checklist X37.</remarks>
public sealed class EAS2115BucketInAnotherRegion : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2115", Severity.Error, "The bucket is in another region",
        "service '{0}': bucket '{1}' is in {2}, and the service runs in {3}. Copy the folder to a bucket of {3}, or set EasRegion to {2}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        foreach (StorageMount mount in service.Spec.Environment.Mounts)
        {
            if (mount.Parsed is StorageSource.OssFolder folder && service.Catalog.Region is { } region
                && service.Catalog.Storage.Bucket(OssPath.Split(folder.Path).Bucket) is { Region.Length: > 0 } bucket && bucket.Region != region)
            {
                yield return Descriptor.At(mount.Source.Location, service.Name.Shown(), bucket.Name, bucket.Region, region);
            }
        }
    }
}
