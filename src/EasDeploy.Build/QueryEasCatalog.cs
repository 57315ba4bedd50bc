using EasDeploy.Aliyun;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Projects;
using EasDeploy.Specs;
using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>Asks the cloud what it offers and writes <c>catalog.json</c>; without a cloud it writes why nothing was asked.</summary>
/// <remarks>Source: design section 4: a build never fails for lack of a cloud, unless <c>EasCatalogMode</c> is Online.</remarks>
[MSBuildMultiThreadableTask]
public sealed class QueryEasCatalog : EasTask
{
    public string CatalogMode { get; set; } = "";

    /// <summary>Full path of the file to write.</summary>
    [Required]
    public string CatalogFile { get; set; } = "";

    /// <summary>Full path of the query's fingerprint; removed after a failed query, so that the next build asks again.</summary>
    [Required]
    public string FingerprintFile { get; set; } = "";

    private protected override async Task RunAsync(CancellationToken ct)
    {
        PolicyProperties properties = Properties();
        Aliyun.CatalogMode mode = Enum.Parse<Aliyun.CatalogMode>(properties.Word(
            "EasCatalogMode", CatalogMode, nameof(Aliyun.CatalogMode.Auto), nameof(Aliyun.CatalogMode.Online), nameof(Aliyun.CatalogMode.Offline)));
        CloudAccess access = CloudAccess(properties);
        Report(properties.Findings);
        if (Log.HasLoggedErrors)
        {
            return;
        }

        (IReadOnlyList<ServiceSpec> specs, _) = ReadServices(properties);
        (Catalog catalog, CloudException? failure) = await access
            .QueryCatalogAsync(mode, "EasCatalogMode is Offline", specs, RunId.Of(BuildEngine4), ct).ConfigureAwait(false);
        if (failure is not null)
        {
            Report(BuildDiagnostics.BuildWithoutCloud.At(new SourceLocation(ProjectFile, 0, 0), failure.Descriptor.Code + ": " + failure.Message));
            File.Delete(FingerprintFile);
        }

        OutputFile.Write(CatalogFile, CatalogJson.Write(catalog));
        Log.LogMessage(MessageImportance.Low, "[output] {0}: {1} images, {2} instance types", CatalogFile, catalog.Images.Length, catalog.InstanceTypes.Length);
    }
}
