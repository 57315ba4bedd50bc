using EasDeploy.Aliyun;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
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
        string mode = properties.Word("EasCatalogMode", CatalogMode, "Auto", "Online", "Offline");
        CloudAccess access = CloudAccess(properties);
        Report(properties.Findings);
        if (Log.HasLoggedErrors)
        {
            return;
        }

        (IReadOnlyList<ServiceSpec> specs, _) = ReadServices(properties);
        Catalog catalog = await QueryAsync(mode, access, specs, ct).ConfigureAwait(false);
        OutputFile.Write(CatalogFile, CatalogJson.Write(catalog));
        Log.LogMessage(MessageImportance.Low, "[output] {0}: {1} images, {2} instance types", CatalogFile, catalog.Images.Length, catalog.InstanceTypes.Length);
    }

    private async Task<Catalog> QueryAsync(string mode, CloudAccess access, IReadOnlyList<ServiceSpec> specs, CancellationToken ct)
    {
        if (mode == "Offline")
        {
            return Catalog.NotQueried(access.FindRegion(), "EasCatalogMode is Offline");
        }

        if (mode == "Auto" && access.WhatIsMissing() is { } missing)
        {
            return Catalog.NotQueried(access.FindRegion(), missing);
        }

        try
        {
            using AliyunCloud cloud = await access.OpenAsync(RunId.Of(BuildEngine4), ct).ConfigureAwait(false);
            return await CatalogQuery.RunAsync(cloud, access.FindRegion()!, specs, TimeProvider.System, ct).ConfigureAwait(false);
        }
        catch (CloudException exception) when (mode == "Auto" && !IsAuthorsMistake(exception))
        {
            Report(BuildDiagnostics.BuildWithoutCloud.At(new SourceLocation(ProjectFile, 0, 0), exception.Descriptor.Code + ": " + exception.Message));
            File.Delete(FingerprintFile);
            return Catalog.NotQueried(access.FindRegion(), "the cloud did not answer");
        }
    }

    private static bool IsAuthorsMistake(CloudException exception) =>
        exception.Descriptor == CloudDiagnostics.BadRegion || exception.Descriptor == CloudDiagnostics.BadEndpoint;
}
