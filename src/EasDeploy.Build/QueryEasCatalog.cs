using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EasDeploy.Aliyun;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Projects;
using EasDeploy.Locks;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;
using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>Writes <c>catalog.json</c>: the facts of the lock, the cloud's answers, or why nobody was asked.</summary>
/// <remarks>Source: design section 4: a build never fails for lack of a cloud, unless <c>EasCatalogMode</c> is Online or Locked.</remarks>
[MSBuildMultiThreadableTask]
public sealed class QueryEasCatalog : EasTask
{
    // A message names the first differences; 'git diff' after EasUpdateLock shows all.
    private const int ShownChanges = 3;

    public string CatalogMode { get; set; } = "";

    /// <summary>Full path; the file need not exist.</summary>
    [Required]
    public string LockFile { get; set; } = "";

    /// <summary><c>true</c>: answers kept from before this build are not good enough.</summary>
    public string AskAgain { get; set; } = "";

    /// <summary>Full path of the file to write.</summary>
    [Required]
    public string CatalogFile { get; set; } = "";

    /// <summary>Full path; holds the time, in ticks of UTC, until which the oldest answer in use is good. None when nobody was asked: such a catalog does not age.</summary>
    [Required]
    public string CatalogExpiryFile { get; set; } = "";

    /// <summary>Full path of the query's fingerprint; removed after a failed query, so that the next build asks again.</summary>
    [Required]
    public string FingerprintFile { get; set; } = "";

    private SourceLocation Project => new(ProjectFile, 0, 0);

    private protected override async Task RunAsync(CancellationToken ct)
    {
        PolicyProperties properties = Properties();
        CatalogMode mode = Enum.Parse<CatalogMode>(properties.Word(
            "EasCatalogMode", CatalogMode, nameof(Aliyun.CatalogMode.Auto), nameof(Aliyun.CatalogMode.Online), nameof(Aliyun.CatalogMode.Locked), nameof(Aliyun.CatalogMode.Offline)));
        CloudAccess access = CloudAccess(properties);
        Report(properties.Findings);
        if (Log.HasLoggedErrors)
        {
            return;
        }

        (IReadOnlyList<ServiceSpec> specs, _) = ReadServices(properties);
        SeverityOverrides severities = properties.Severities(SeverityOverrides);
        Locks.LockFile? held = ReadLock(mode);
        if (!Log.HasLoggedErrors)
        {
            ProjectCatalog? catalog = Answered(held, mode, access, specs, severities) ?? (Log.HasLoggedErrors ? null : await AskAsync(held, mode, access, specs, severities, ct).ConfigureAwait(false));
            Write(catalog);
        }
    }

    /// <returns>Null when there is none, or when it cannot be read: then that is an error, whatever the mode.</returns>
    private LockFile? ReadLock(CatalogMode mode)
    {
        if (!File.Exists(LockFile))
        {
            if (mode == Aliyun.CatalogMode.Locked)
            {
                Report(BuildDiagnostics.LockMissing.At(Project, LockFile.Shown(200)));
            }

            return null;
        }

        (LockFile? held, Diagnostic? failure) = LockReader.Read(File.ReadAllBytes(LockFile), LockFile);
        Report(failure is null ? [] : [failure]);
        return held;
    }

    /// <returns>What the lock answers; null when there is none, or it does not answer everything.</returns>
    private ProjectCatalog? Answered(LockFile? held, CatalogMode mode, CloudAccess access, IReadOnlyList<ServiceSpec> specs, SeverityOverrides severities)
    {
        if (held is null || mode == Aliyun.CatalogMode.Online)
        {
            return null;
        }

        ImmutableArray<Diagnostic> gaps = LockAnswer.Gaps(held, specs, access.FindRegion(), access.IsEmulated, Project, Path.GetFileName(LockFile));
        if (gaps.IsEmpty)
        {
            Log.LogMessage(MessageImportance.Low, "[input] {0}: answers everything, nobody is asked", LockFile);
            return held.ToCatalog();
        }

        Report(mode == Aliyun.CatalogMode.Locked
            ? gaps
            : Weighed(BuildDiagnostics.LockNotUsed.At(Project, gaps.Length, FirstSentence(gaps[0].Message)), severities));
        return null;
    }

    private async Task<ProjectCatalog> AskAsync(
        LockFile? held, CatalogMode mode, CloudAccess access, IReadOnlyList<ServiceSpec> specs, SeverityOverrides severities, CancellationToken ct)
    {
        DateTimeOffset askedSince = AskAgain == "true" ? BuildStart.Of(BuildEngine4) : default;
        (Catalog catalog, CloudException? failure) = await access
            .QueryCatalogAsync(mode, "EasCatalogMode is Offline", specs, RunId.Of(BuildEngine4), askedSince, ct).ConfigureAwait(false);
        if (failure is not null)
        {
            Report(BuildDiagnostics.BuildWithoutCloud.At(Project, failure.Descriptor.Code + ": " + failure.Message));
            File.Delete(FingerprintFile);
        }

        if (held is not null && mode == Aliyun.CatalogMode.Online)
        {
            Report(Weighed(Behind(held, access, catalog, specs), severities));
        }

        return ProjectCatalog.ForAll(catalog);
    }

    private static Diagnostic? Behind(LockFile held, CloudAccess access, Catalog catalog, IReadOnlyList<ServiceSpec> specs)
    {
        CheckedService[] judged = [.. specs.Select(spec => RuleSet.Check(ServiceResolver.Resolve(spec, catalog, CheckPurpose.Build)))];
        LockFile now = LockUpdate.Make(judged, catalog.Region ?? held.Region, access.IsEmulated, held);
        ImmutableArray<string> changes = LockChanges.Between(held, now);
        string more = changes.Length > ShownChanges ? "; …" : "";
        return changes.IsEmpty
            ? null
            : BuildDiagnostics.LockBehind.At(new SourceLocation(null, 0, 0), changes.Length, string.Join("; ", changes.Take(ShownChanges)) + more);
    }

    private void Write(ProjectCatalog? catalog)
    {
        if (catalog is null)
        {
            return;
        }

        OutputFile.Write(CatalogFile, CatalogJson.Write(catalog));
        File.Delete(CatalogExpiryFile);
        if (!catalog.IsLocked && catalog.Whole.QueriedAt is { } oldest)
        {
            OutputFile.Write(CatalogExpiryFile, Encoding.ASCII.GetBytes((oldest + Aliyun.CloudAccess.CatalogLifetime).UtcTicks.ToString(CultureInfo.InvariantCulture)));
        }

        Log.LogMessage(MessageImportance.Low, "[output] {0}: {1} images, {2} instance types", CatalogFile, catalog.Whole.Images.Length, catalog.Whole.InstanceTypes.Length);
    }

    private static IEnumerable<Diagnostic> Weighed(Diagnostic? finding, SeverityOverrides severities) =>
        finding is not null && severities.Apply(finding) is { } weighed ? [weighed] : [];

    private static string FirstSentence(string message) => message.Split(". Run '")[0];
}
