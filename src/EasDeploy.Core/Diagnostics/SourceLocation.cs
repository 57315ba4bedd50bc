namespace EasDeploy.Diagnostics;

/// <summary>Where the author wrote a value.</summary>
/// <param name="File">Full path of the project, props or JSON file; null when the value has no file (wizard answer, command line).</param>
/// <param name="Line">1-based line; 0 = unknown.</param>
/// <param name="Column">1-based column; 0 = unknown.</param>
public sealed record SourceLocation(string? File, int Line, int Column)
{
    public static SourceLocation None { get; } = new(null, 0, 0);
}
