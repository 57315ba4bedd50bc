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

    private protected override async Task RunAsync(CancellationToken ct)
    {
        Ran = true;
        PolicyProperties properties = Properties();
        Task<ProjectCatalog?> reading = Task.Run(() => CatalogJson.ReadProject(File.ReadAllBytes(CatalogFile)), ct);
        (ImmutableArray<ServiceSpec> specs, ImmutableArray<Diagnostic> findings) = ReadServices(properties);
        ProjectCatalog catalog = await reading.ConfigureAwait(false) ?? ProjectCatalog.ForAll(Catalog.NotQueried(null, "the catalog file was not readable"));
        CheckedService[] judged = new CheckedService[specs.Length];
        await InParallelAsync(specs.Length, n => judged[n] = RuleSet.Check(ServiceResolver.Resolve(specs[n], catalog.For(specs[n].Name), CheckPurpose.Build)), ct)
            .ConfigureAwait(false);
        ImmutableArray<Diagnostic> all = [.. findings, .. judged.SelectMany(service => service.Diagnostics), .. OfflineNote(catalog)];
        Report(all);
        if (Log.HasLoggedErrors)
        {
            return;
        }

        await InParallelAsync(judged.Length, n => Write(ServiceConfig.From(judged[n].Valid!)), ct).ConfigureAwait(false);

        string[] names = [.. specs.Where(spec => spec.Item.Config is not null).Select(spec => spec.Name + "\n")];
        if (ServiceFiles.Length > 0)
        {
            OutputFile.Write(NamesFile, Encoding.UTF8.GetBytes(string.Concat(names)));
            File.SetLastWriteTimeUtc(NamesFile, DateTime.UtcNow);
        }

        DiagnosticsCache.Write(DiagnosticsFile, all.Where(finding => finding.Severity == Severity.Warning));
    }

    private void Write(ServiceConfig config)
    {
        string file = Path.Combine(OutputPath, config.Name, "eas_service.json");
        OutputFile.Refresh(file, config.Utf8.Span);
        Log.LogMessage(MessageImportance.Low, "[output] {0}", file);
    }

    // Services know nothing of each other. What one throws comes out as it is, not in an AggregateException.
    private static Task InParallelAsync(int count, Action<int> act, CancellationToken ct) => Parallel.ForAsync(0, count, ct, (n, _) =>
    {
        act(n);
        return ValueTask.CompletedTask;
    });

    private IEnumerable<Diagnostic> OfflineNote(ProjectCatalog catalog) => catalog is { IsLocked: false, Whole.NotQueriedReason: { } reason }
        ? [BuildDiagnostics.NotCheckedOffline.At(new SourceLocation(ProjectFile, 0, 0), reason)]
        : [];
}
