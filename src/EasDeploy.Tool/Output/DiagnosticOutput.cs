using System.Globalization;
using System.Text.Json;
using EasDeploy.Diagnostics;
using EasDeploy.Tool.Checking;

namespace EasDeploy.Tool.Output;

/// <summary>Prints what was found in files, some files at a time; of those printed only numbers are kept.</summary>
internal sealed class DiagnosticOutput(OutputForm form, ToolConsole console) : IDisposable
{
    private JsonPrinter? _printer;
    private int _files;
    private int _errors;
    private int _warnings;

    public bool HasErrors => _errors > 0;

    public void Add(IReadOnlyList<CheckedFile> files)
    {
        if (form == OutputForm.Json)
        {
            Begun().Add(files, Write);
        }
        else
        {
            // One write: ten thousand small ones cost more than the check.
            console.Out.Write(string.Concat(files.SelectMany(
                file => file.Diagnostics.Select(placed => console.Wrapped(FindingLine.Of(placed.Diagnostic, file.Path, console.HasColours)) + Environment.NewLine))));
        }

        _files += files.Count;
        _errors += Count(files, Severity.Error);
        _warnings += Count(files, Severity.Warning);
    }

    /// <summary>Ends the JSON object; says how many there were.</summary>
    public void End()
    {
        if (form == OutputForm.Json)
        {
            Begun().End();
        }

        console.Words(form).WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_files} checked: {_errors} error(s), {_warnings} warning(s)"));
    }

    public void Dispose() => _printer?.Dispose();

    // Not before the first result: what fails earlier leaves standard output empty.
    private JsonPrinter Begun() => _printer ??= new JsonPrinter(console.Out, "files");

    private static void Write(Utf8JsonWriter json, CheckedFile file)
    {
        json.WriteString("path", file.Path);
        json.WriteStartArray("diagnostics");
        foreach (PlacedDiagnostic placed in file.Diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", placed.Diagnostic.Code);
            json.WriteString("severity", FindingLine.Word(placed.Diagnostic.Severity));
            json.WriteString("message", placed.Diagnostic.Message);
            json.WriteNumber("line", placed.Diagnostic.Location.Line);
            json.WriteNumber("column", placed.Diagnostic.Location.Column);
            json.WriteString("pointer", placed.Pointer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static int Count(IReadOnlyList<CheckedFile> files, Severity severity) =>
        files.Sum(file => file.Diagnostics.Count(placed => placed.Diagnostic.Severity == severity));
}
