using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EasDeploy.Diagnostics;
using EasDeploy.Tool.Checking;

namespace EasDeploy.Tool.Output;

/// <summary>How results are printed.</summary>
internal enum OutputForm
{
    /// <summary>Lines as compilers write them.</summary>
    Table,

    /// <summary>One JSON object on standard output, words on standard error.</summary>
    Json,
}

/// <summary>Prints what was found.</summary>
internal static class DiagnosticOutput
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IReadOnlyList<CheckedFile> files, OutputForm form, TextWriter output, TextWriter error)
    {
        if (form == OutputForm.Json)
        {
            output.WriteLine(Json(files));
            error.WriteLine(Summary(files));
            return;
        }

        foreach (CheckedFile file in files)
        {
            foreach (Diagnostic finding in file.Diagnostics.Select(placed => placed.Diagnostic))
            {
                output.WriteLine(Line(file.Path, finding));
            }
        }

        output.WriteLine(Summary(files));
    }

    private static string Line(string path, Diagnostic finding)
    {
        SourceLocation place = finding.Location;
        string where = place.Line > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Relative(place.File ?? path)}({place.Line},{place.Column})")
            : $"{Relative(place.File ?? path)} ";
        return $"{where}: {Word(finding.Severity)} {finding.Code}: {finding.Message}";
    }

    private static string Relative(string file) => Path.IsPathFullyQualified(file) && Path.GetRelativePath(Environment.CurrentDirectory, file) is var near && !near.StartsWith("..", StringComparison.Ordinal)
        ? near
        : file;

    private static string Json(IReadOnlyList<CheckedFile> files)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, s_options))
        {
            json.WriteStartObject();
            json.WriteStartArray("files");
            foreach (CheckedFile file in files)
            {
                json.WriteStartObject();
                json.WriteString("path", file.Path);
                json.WriteStartArray("diagnostics");
                foreach (PlacedDiagnostic placed in file.Diagnostics)
                {
                    json.WriteStartObject();
                    json.WriteString("code", placed.Diagnostic.Code);
                    json.WriteString("severity", Word(placed.Diagnostic.Severity));
                    json.WriteString("message", placed.Diagnostic.Message);
                    json.WriteNumber("line", placed.Diagnostic.Location.Line);
                    json.WriteNumber("column", placed.Diagnostic.Location.Column);
                    json.WriteString("pointer", placed.Pointer);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Summary(IReadOnlyList<CheckedFile> files)
    {
        int Count(Severity severity) => files.Sum(file => file.Diagnostics.Count(placed => placed.Diagnostic.Severity == severity));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{files.Count} checked: {Count(Severity.Error)} error(s), {Count(Severity.Warning)} warning(s)");
    }

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();
}
