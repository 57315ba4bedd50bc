using System.Globalization;
using EasDeploy.Diagnostics;
using EasDeploy.Tool.Checking;

namespace EasDeploy.Tool.Output;

/// <summary>Prints what was found in files.</summary>
internal static class DiagnosticOutput
{
    public static void Write(IReadOnlyList<CheckedFile> files, OutputForm form, ToolConsole console)
    {
        if (form == OutputForm.Json)
        {
            JsonOutput.Write(console.Out, json =>
            {
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
                        json.WriteString("severity", FindingLine.Word(placed.Diagnostic.Severity));
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
            });
        }
        else
        {
            // One write: ten thousand small ones cost more than the check.
            console.Out.Write(string.Concat(files.SelectMany(
                file => file.Diagnostics.Select(placed => FindingLine.Of(placed.Diagnostic, file.Path, console.HasColours) + Environment.NewLine))));
        }

        console.Words(form).WriteLine(Summary(files));
    }

    private static string Summary(IReadOnlyList<CheckedFile> files)
    {
        int Count(Severity severity) => files.Sum(file => file.Diagnostics.Count(placed => placed.Diagnostic.Severity == severity));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{files.Count} checked: {Count(Severity.Error)} error(s), {Count(Severity.Warning)} warning(s)");
    }
}
