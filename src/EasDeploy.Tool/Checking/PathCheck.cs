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

    /// <returns>One entry per path, in the order given.</returns>
    /// <exception cref="CloudException">The catalog could not be queried and had to be.</exception>
    public async Task<IReadOnlyList<CheckedFile>> RunAsync(string[] paths, CloudAccess access, CatalogMode mode, CancellationToken ct)
    {
        CheckedFile?[] files = new CheckedFile?[paths.Length];
        for (int i = 0; i < paths.Length; i++)
        {
            if (ProjectCheck.FindProject(paths[i]) is { } project)
            {
                files[i] = await ProjectCheck.RunAsync(paths[i], project, access, mode, ct);
            }
        }

        int[] documents = [.. Enumerable.Range(0, paths.Length).Where(i => files[i] is null)];
        bool isQueried = documents.Length > 0 && (mode == CatalogMode.Online || (mode == CatalogMode.Auto && access.WhatIsMissing() is null));

        // What a query asks depends on every document. Without one each is read, judged and forgotten: ten thousand need no more memory than one for each core.
        Document[] kept = isQueried ? InParallel(documents, i => Read(paths[i]), ct) : [];
        ServiceSpec[] specs = [.. kept.Select(document => document.Spec).OfType<ServiceSpec>()];
        (Catalog catalog, CloudException? failure) = await access.QueryCatalogAsync(
            isQueried && specs.Length > 0 ? mode : CatalogMode.Offline, "nothing was asked", specs, UserAgent.NewRunId(), ct);
        ImmutableArray<Diagnostic> notes = failure is null ? [] : [BuildDiagnostics.BuildWithoutCloud.At(SourceLocation.None, $"{failure.Descriptor.Code}: {failure.Message}")];
        CheckedFile[] judged = isQueried
            ? InParallel(kept, document => Judge(document, catalog, notes), ct)
            : InParallel(documents, i => Judge(Read(paths[i]), catalog, notes), ct);
        foreach ((int i, CheckedFile file) in documents.Zip(judged))
        {
            files[i] = file;
        }

        return files!;
    }

    private static TResult[] InParallel<T, TResult>(T[] inputs, Func<T, TResult> work, CancellationToken ct)
    {
        TResult[] results = new TResult[inputs.Length];
        Parallel.For(0, inputs.Length, new ParallelOptions { CancellationToken = ct }, i => results[i] = work(inputs[i]));
        return results;
    }

    private Document Read(string path)
    {
        try
        {
            (ConfigText? text, Diagnostic? failure) = ConfigText.Parse(Content(path), path == StandardInput ? null : Path.GetFullPath(path));
            return new Document(path, text, text is null ? null : ServiceSpec.From(ConfigReader.Read(text), DeploymentPolicy.Default), failure);
        }
        catch (Exception wrong) when (InputFile.IsUnreadable(wrong))
        {
            return new Document(path, null, null, InputFile.CannotRead(path, wrong));
        }
    }

    private byte[] Content(string path)
    {
        if (path != StandardInput)
        {
            return File.ReadAllBytes(path);
        }

        using Stream input = openInput();
        using MemoryStream content = new();
        input.CopyTo(content);
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
            return new CheckedFile(document.Path, [.. notes.Concat(findings).Select(finding => new PlacedDiagnostic(finding, text.PointerAt(finding.Location)))]);
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
