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
        Document?[] documents = new Document?[paths.Length];
        for (int i = 0; i < paths.Length; i++)
        {
            if (ProjectCheck.FindProject(paths[i]) is { } project)
            {
                files[i] = await ProjectCheck.RunAsync(paths[i], project, access, mode, ct);
            }
        }

        Parallel.For(0, paths.Length, new ParallelOptions { CancellationToken = ct }, i =>
        {
            if (files[i] is null)
            {
                documents[i] = Read(paths[i]);
            }
        });
        ServiceSpec[] specs = [.. documents.Select(document => document?.Spec).OfType<ServiceSpec>()];
        Catalog catalog = Catalog.NotQueried(null, "there is nothing to check");
        ImmutableArray<Diagnostic> notes = [];
        if (specs.Length > 0)
        {
            (catalog, CloudException? failure) = await access.QueryCatalogAsync(mode, "the catalog mode is Offline", specs, UserAgent.NewRunId(), ct);
            notes = failure is not null ? [BuildDiagnostics.BuildWithoutCloud.At(SourceLocation.None, $"{failure.Descriptor.Code}: {failure.Message}")] : [];
        }

        Parallel.For(0, paths.Length, new ParallelOptions { CancellationToken = ct }, i =>
        {
            if (documents[i] is { } document)
            {
                files[i] = Judge(document, catalog, notes);
            }
        });
        return files!;
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
