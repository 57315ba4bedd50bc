using System.Globalization;
using EasDeploy.Diagnostics;

namespace EasDeploy.Tool.Output;

/// <summary>A finding on one line, as compilers write it.</summary>
internal static class FindingLine
{
    private const string Red = "\u001b[31m";
    private const string Yellow = "\u001b[33m";
    private const string Plain = "\u001b[39m";

    /// <param name="place">File of a finding that knows none; null = say none.</param>
    public static string Of(Diagnostic finding, string? place, bool hasColours = false)
    {
        string word = Word(finding.Severity);
        string shown = (hasColours, finding.Severity) switch
        {
            (true, Severity.Error) => Red + word + Plain,
            (true, Severity.Warning) => Yellow + word + Plain,
            _ => word,
        };
        return $"{Where(finding.Location, place)}{shown} {finding.Code}: {finding.Message}";
    }

    /// <summary>Prints a finding to standard error.</summary>
    public static void WriteFinding(this ToolConsole console, Diagnostic finding) => console.Error.WriteLine(console.Wrapped(Of(finding, null, console.HasColours)));

    public static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    private static string Where(SourceLocation at, string? place) => (at.File ?? place) switch
    {
        null => "",
        var file when at.Line > 0 => string.Create(CultureInfo.InvariantCulture, $"{Near(file)}({at.Line},{at.Column}): "),
        var file => $"{Near(file)} : ",
    };

    private static string Near(string file) =>
        Path.IsPathFullyQualified(file) && Path.GetRelativePath(Environment.CurrentDirectory, file) is var near && !near.StartsWith("..", StringComparison.Ordinal)
            ? near
            : file;
}
