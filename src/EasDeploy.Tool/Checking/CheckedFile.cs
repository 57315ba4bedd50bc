using System.Collections.Immutable;
using EasDeploy.Diagnostics;

namespace EasDeploy.Tool.Checking;

/// <summary>A path of the command line and what was found there.</summary>
/// <param name="Path">As the caller wrote it.</param>
internal sealed record CheckedFile(string Path, ImmutableArray<PlacedDiagnostic> Diagnostics)
{
    public static CheckedFile Of(string path, params IEnumerable<Diagnostic> diagnostics) => new(path, [.. diagnostics.Select(one => new PlacedDiagnostic(one, null))]);
}

/// <param name="Pointer">JSON pointer of the place; null for a project.</param>
internal sealed record PlacedDiagnostic(Diagnostic Diagnostic, string? Pointer);
