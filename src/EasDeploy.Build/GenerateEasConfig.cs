using System.Collections.Immutable;
using System.Text;
using EasDeploy.Aliyun;
using EasDeploy.Catalogs;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Projects;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;
using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>Checks every service and writes one <c>eas_service.json</c> each; writes none when a rule objects to any.</summary>
[MSBuildMultiThreadableTask]
public sealed class GenerateEasConfig : EasTask
{
    /// <summary>Full path of the catalog that <see cref="QueryEasCatalog"/> wrote.</summary>
    [Required]
    public string CatalogFile { get; set; } = "";

    /// <summary>Full path; <c>&lt;name&gt;/eas_service.json</c> goes below it.</summary>
    [Required]
    public string OutputPath { get; set; } = "";

    /// <summary>Full path; holds the warnings for builds that skip this task.</summary>
    [Required]
    public string DiagnosticsFile { get; set; } = "";

    /// <summary>Full path; gets the names of the services that came from documents, one a line, so that the next build knows their outputs.</summary>
    [Required]
    public string NamesFile { get; set; } = "";

    /// <summary>True once the task has run: tells a skipped target from one that did its work.</summary>
    [Output]
    public bool Ran { get; set; }

    private protected override Task RunAsync(CancellationToken ct)
    {
        Ran = true;
        PolicyProperties properties = Properties();
        (ImmutableArray<ServiceSpec> specs, ImmutableArray<Diagnostic> findings) = ReadServices(properties);
        ProjectCatalog catalog = CatalogJson.ReadProject(File.ReadAllBytes(CatalogFile))
            ?? ProjectCatalog.ForAll(Catalog.NotQueried(null, "the catalog file was not readable"));
        List<CheckedService> judged = [.. specs.Select(spec => RuleSet.Check(ServiceResolver.Resolve(spec, catalog.For(spec.Name), CheckPurpose.Build)))];
        ImmutableArray<Diagnostic> all = [.. findings, .. judged.SelectMany(service => service.Diagnostics), .. OfflineNote(catalog)];
        Report(all);
        if (Log.HasLoggedErrors)
        {
            return Task.CompletedTask;
        }

        foreach (ServiceConfig config in judged.Select(service => ServiceConfig.From(service.Valid!)))
        {
            string file = Path.Combine(OutputPath, config.Name, "eas_service.json");
            OutputFile.Write(file, config.Utf8.Span);
            Log.LogMessage(MessageImportance.Low, "[output] {0}", file);
        }

        string[] names = [.. specs.Where(spec => spec.Item.Config is not null).Select(spec => spec.Name + "\n")];
        if (ServiceFiles.Length > 0)
        {
            OutputFile.Write(NamesFile, Encoding.UTF8.GetBytes(string.Concat(names)));
            File.SetLastWriteTimeUtc(NamesFile, DateTime.UtcNow);
        }

        DiagnosticsCache.Write(DiagnosticsFile, all.Where(finding => finding.Severity == Severity.Warning));
        return Task.CompletedTask;
    }

    private IEnumerable<Diagnostic> OfflineNote(ProjectCatalog catalog) => catalog is { IsLocked: false, Whole.NotQueriedReason: { } reason }
        ? [BuildDiagnostics.NotCheckedOffline.At(new SourceLocation(ProjectFile, 0, 0), reason)]
        : [];
}
