using System.CommandLine;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas explain EAS3101</c>: the page of a code, offline.</summary>
internal static class ExplainCommand
{
    public static void Fill(EasVerb command, ToolConsole console)
    {
        Argument<string[]> codes = new("code") { Description = "Codes, such as EAS3101 or 3101; none = the list of all.", Arity = ArgumentArity.ZeroOrMore };
        OutputOption output = new();
        command.Examples = ["dotnet eas explain EAS3101", "dotnet eas explain"];
        command.Add(codes);
        command.Add(output);
        command.Runs(console, (parsed, _) =>
        {
            string[] wanted = parsed.GetValue(codes) is { Length: > 0 } given ? [.. given.Select(Code)] : [DiagnosticPages.Index];
            string[] pages = [.. wanted.Select(DiagnosticPages.Read)];
            if (parsed.GetValue(output) == OutputForm.Json)
            {
                JsonOutput.Write(console.Out, json =>
                {
                    json.WriteStartArray("pages");
                    foreach ((string code, string page) in wanted.Zip(pages))
                    {
                        json.WriteStartObject();
                        json.WriteString("code", code);
                        json.WriteString("title", page.Split('\n')[0].TrimStart('#', ' ').Replace($"{code}: ", "", StringComparison.Ordinal));
                        json.WriteString("markdown", page);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                });
                return Task.FromResult(ExitCode.Done);
            }

            console.Out.Write(string.Join("\n", pages.Select(page => PlainMarkdown.Render(page, console.HasColours))));
            return Task.FromResult(ExitCode.Done);
        });
    }

    private static string Code(string written)
    {
        string code = written.Trim().ToUpperInvariant();
        code = code.Length == 4 && code.All(char.IsAsciiDigit) ? "EAS" + code : code;
        if (DiagnosticPages.Codes.Contains(code, StringComparer.Ordinal))
        {
            return code;
        }

        string repair = NearestName.Of(code, DiagnosticPages.Codes) is { } nearest ? $"Write {nearest}" : "'dotnet eas explain' lists all codes";
        throw new StoppedException(ExitCode.WrongUsage, ToolDiagnostics.NoSuchCode.At(SourceLocation.None, written.Shown(), repair));
    }
}
