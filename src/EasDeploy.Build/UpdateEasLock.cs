using System.Collections.Immutable;
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

/// <summary>Asks the cloud and writes <c>eas.lock.json</c>; a project with an error gets none, and the old one stays.</summary>
/// <remarks>Source: design section 3, target EasUpdateLock. What the old file says is no condition: one that cannot be read is replaced.</remarks>
[MSBuildMultiThreadableTask]
public sealed class UpdateEasLock : EasTask
{
    /// <summary>Full path of the file to write.</summary>
    [Required]
    public string LockFile { get; set; } = "";

    private protected override async Task RunAsync(CancellationToken ct)
    {
        PolicyProperties properties = Properties();
        CloudAccess access = CloudAccess(properties);
        (ImmutableArray<ServiceSpec> specs, ImmutableArray<Diagnostic> findings) = ReadServices(properties);
        Report(findings);
        if (Log.HasLoggedErrors)
        {
            return;
        }

        (Catalog catalog, _) = await access
            .QueryCatalogAsync(CatalogMode.Online, "", specs, RunId.Of(BuildEngine4), BuildStart.Of(BuildEngine4), ct).ConfigureAwait(false);
        CheckedService[] judged = [.. specs.Select(spec => RuleSet.Check(ServiceResolver.Resolve(spec, catalog, CheckPurpose.Build)))];
        Report(judged.SelectMany(service => service.Diagnostics).Where(finding => finding.Severity == Severity.Error));
        if (Log.HasLoggedErrors)
        {
            return;
        }

        LockFile? before = File.Exists(LockFile) ? LockReader.Read(File.ReadAllBytes(LockFile), LockFile).Lock : null;
        LockFile now = LockUpdate.Make(judged, catalog.Region!, access.IsEmulated, before);
        ImmutableArray<string> changes = LockChanges.Between(before, now);
        if (before is not null && changes.IsEmpty)
        {
            Log.LogMessage(MessageImportance.High, "{0}: the cloud says the same, nothing is written", LockFile);
            return;
        }

        OutputFile.Write(LockFile, LockText.Write(now));
        Log.LogMessage(MessageImportance.High, "{0}: {1} services", LockFile, now.Services.Count);
        foreach (string change in changes)
        {
            Log.LogMessage(MessageImportance.High, "  {0}", change);
        }
    }
}
