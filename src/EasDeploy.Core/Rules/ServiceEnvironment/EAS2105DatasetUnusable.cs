using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A dataset that is mounted exists and lies in OSS.</summary>
/// <remarks>Source: R4031; service-config.md section 6: custom datasets of OSS type only.</remarks>
public sealed class EAS2105DatasetUnusable : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2105", Severity.Error, "A dataset cannot be mounted",
        "service '{0}': dataset '{1}' {2}. Write the id of a dataset that lies in OSS, or mount the folder itself.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Catalog.Datasets is not { } known)
        {
            yield break;
        }

        foreach (StorageMount mount in service.Spec.Environment.Mounts)
        {
            if (mount.Parsed is StorageSource.PaiDataset wanted)
            {
                CatalogDataset? row = known.FirstOrDefault(dataset => dataset.Id == wanted.Id);
                string? reason = row is null ? "does not exist in this account"
                    : row.DataSourceType is "OSS" or "" ? null : $"({row.Name.Shown()}) lies in {row.DataSourceType.Shown()}, not in OSS";
                if (reason is not null)
                {
                    yield return Descriptor.At(mount.Source.Location, service.Name.Shown(), wanted.Id.Shown(), reason);
                }
            }
        }
    }
}
