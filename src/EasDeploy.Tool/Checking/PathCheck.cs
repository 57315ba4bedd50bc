using System.Collections.Immutable;
using EasDeploy.Aliyun;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;

namespace EasDeploy.Tool.Checking;

/// <summary>Checks the paths of a command line; documents side by side and against one catalog.</summary>
/// <param name="openInput">Opens the standard input, for the path <c>-</c>.</param>
internal sealed class PathCheck(Func<Stream> openInput)
{
    private const string StandardInput = "-";

    /// <summary>Documents judged side by side, and so results held at a time: enough for every core, little to keep.</summary>
    private const int BatchSize = 256;

    /// <summary>In bytes. No service document comes near it; one file must not take the memory of all others.</summary>
    private const int LargestDocument = 16 << 20;

    /// <param name="found">Gets one entry per path, in the order given, some at a time and as soon as they are known. None is kept.</param>
    /// <exception cref="CloudException">The catalog could not be queried and had to be; nothing was handed over.</exception>
    public async Task RunAsync(
        string[] paths, CloudAccess access, CatalogMode mode, Action<IReadOnlyList<CheckedFile>> found, CancellationToken ct)
    {
        string?[] projects = [.. paths.Select(ProjectCheck.FindProject)];
        int[] documents = [.. Enumerable.Range(0, paths.Length).Where(i => projects[i] is null)];
        bool isQueried = documents.Length > 0
            && (mode == CatalogMode.Online || (mode == CatalogMode.Auto && access.WhatIsMissing() is null));

        // What a query asks depends on every document. Without one each is read when its turn comes, and forgotten.
        Document?[] kept = new Document?[isQueried ? paths.Length : 0];
        SideBySide(documents.Where(_ => isQueried), i => kept[i] = Read(paths[i]), ct);
        ServiceSpec[] specs = [.. kept.Select(document => document?.Spec).OfType<ServiceSpec>()];
        (Catalog catalog, CloudException? failure) = await access.QueryCatalogAsync(
            specs.Length > 0 ? mode : CatalogMode.Offline, "nothing was asked", specs, UserAgent.NewRunId(), ct);
        ImmutableArray<Diagnostic> notes = failure is null
            ? []
            : [BuildDiagnostics.BuildWithoutCloud.At(SourceLocation.None, $"{failure.Descriptor.Code}: {failure.Message}")];
        foreach (int[] batch in Enumerable.Range(0, paths.Length).Chunk(BatchSize))
        {
            CheckedFile[] files = new CheckedFile[batch.Length];
            SideBySide(
                batch.Where(i => projects[i] is null), i => files[i - batch[0]] = Judge(isQueried ? kept[i]! : Read(paths[i]), catalog, notes), ct);
            foreach (int i in batch.Where(i => projects[i] is not null))
            {
                files[i - batch[0]] = await ProjectCheck.RunAsync(paths[i], projects[i]!, access, mode, ct);
            }

            found(files);
        }
    }

    // A single document needs no second thread, and no time to start one.
    private static void SideBySide(IEnumerable<int> places, Action<int> work, CancellationToken ct)
    {
        switch ((int[])[.. places])
        {
            case []:
                break;
            case [var only]:
                work(only);
                break;
            case var all:
                Parallel.For(0, all.Length, new ParallelOptions { CancellationToken = ct }, i => work(all[i]));
                break;
        }
    }

    private Document Read(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return new Document(path, null, null, InputFile.CannotRead(path, "it is a folder without exactly one project"));
            }

            if (Content(path) is not { } content)
            {
                return new Document(
                    path, null, null, InputFile.CannotRead(path, $"it has more than {LargestDocument >> 20} MiB, so it is no service document"));
            }

            (ConfigText? text, Diagnostic? failure) = ConfigText.Parse(content, path == StandardInput ? null : Path.GetFullPath(path));
            ServiceSpec? spec = text is null ? null : ServiceSpec.From(ConfigReader.Read(text), DeploymentPolicy.Default);
            return new Document(path, text, spec, failure);
        }
        catch (Exception wrong) when (InputFile.IsUnreadable(wrong))
        {
            return new Document(path, null, null, InputFile.CannotRead(path, wrong));
        }
    }

    /// <returns>Null = more than the largest document.</returns>
    private byte[]? Content(string path)
    {
        using Stream input = path == StandardInput ? openInput() : File.OpenRead(path);
        using MemoryStream content = new(input.CanSeek ? (int)Math.Min(input.Length, LargestDocument) : 0);
        byte[] part = new byte[16 << 10];
        for (int read; (read = input.Read(part)) > 0;)
        {
            content.Write(part, 0, read);
            if (content.Length > LargestDocument)
            {
                return null;
            }
        }

        return content.ToArray();
    }

    private static CheckedFile Judge(Document document, Catalog catalog, ImmutableArray<Diagnostic> notes)
    {
        if (document is not { Spec: { } spec, Text: { } text })
        {
            return CheckedFile.Of(document.Path, document.Failure!);
        }

        try
        {
            IEnumerable<Diagnostic> findings = RuleSet.Check(ServiceResolver.Resolve(spec, catalog, CheckPurpose.Build)).Diagnostics;
            return new CheckedFile(
                document.Path, [.. notes.Concat(findings).Select(finding => new PlacedDiagnostic(finding, text.PointerAt(finding.Location)))]);
        }
#pragma warning disable CA1031 // Catch more specific: one document that breaks us must not hide what is wrong with the others.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            return CheckedFile.Of(document.Path, BuildDiagnostics.InternalError.At(text.At(""), broken.GetType().Name, broken.Message));
        }
    }

    private sealed record Document(string Path, ConfigText? Text, ServiceSpec? Spec, Diagnostic? Failure);
}
