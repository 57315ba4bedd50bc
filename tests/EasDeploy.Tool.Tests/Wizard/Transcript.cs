using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Tool.Commands;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Tests.Wizard;

/// <summary>
/// One text that is both the typing and the screen. Its first lines set the scene: <c># cloud: NAME</c> changes the emulator, <c># file: NAME</c> with
/// <c># | TEXT</c> lines writes a file; then <c>$ dotnet eas new …</c>, the screen with the typed lines as <c>&gt; </c>, and the exit code.
/// </summary>
internal sealed partial class Transcript(string text)
{
    private readonly string[] _lines = text.Split('\n');

    public string CommandLine => _lines.First(line => line.StartsWith("$ ", StringComparison.Ordinal));

    private IEnumerable<string> Scene => _lines.TakeWhile(line => line.StartsWith('#'));

    /// <summary>Names of what is different about the emulator.</summary>
    public IEnumerable<string> CloudChanges => Scene.Where(line => line.StartsWith("# cloud: ", StringComparison.Ordinal)).Select(line => line["# cloud: ".Length..]);

    private string Typed => string.Concat(_lines
        .Where(line => (line.StartsWith("> ", StringComparison.Ordinal) || line == ">") && line != "> (end of input)")
        .Select(line => (line.Length > 2 ? line[2..] : "") + "\n"));

    /// <summary>Runs the wizard against an emulator.</summary>
    /// <returns>The transcript as it came out, ready to be compared with the file.</returns>
    public async Task<string> RunAsync(EmulatorHost emulator, TempFolder folder, CancellationToken ct)
    {
        WriteFiles(folder);
        using StringReader input = new(Typed);
        using StringWriter output = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using StringWriter error = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        ToolConsole console = new() { In = input, Out = TextWriter.Synchronized(output), Error = TextWriter.Synchronized(error), Width = 80 };
        CredentialPlaces places = new(name => name == "EAS_HOME" ? folder["state"] : null, folder.Path);
        string[] arguments = [.. CommandLine["$ dotnet eas ".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries), "--endpoint", emulator.Address.AbsoluteUri];
        ParseResult parsed = new RootCommand { NewCommand.Create(console, places, folder.Path) }.Parse(arguments);
        int code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = error }, ct);

        StringBuilder text = new();
        foreach (string line in Scene)
        {
            text.Append(line).Append('\n');
        }

        text.Append(CommandLine).Append('\n').Append(Normalised(output.ToString(), emulator, folder)).Append(Normalised(error.ToString(), emulator, folder));
        return text.Append(CultureInfo.InvariantCulture, $"(exit code {code})\n").ToString();
    }

    private void WriteFiles(TempFolder folder)
    {
        string? name = null;
        StringBuilder content = new();
        foreach (string line in Scene.Append("# end"))
        {
            if (line.StartsWith("# | ", StringComparison.Ordinal) || line == "# |")
            {
                content.Append(line.Length > 4 ? line[4..] : "").Append('\n');
                continue;
            }

            if (name is not null)
            {
                folder.Write(name, content.ToString());
            }

            (name, _) = (line.StartsWith("# file: ", StringComparison.Ordinal) ? line["# file: ".Length..] : null, content.Clear());
        }
    }

    private static string Normalised(string text, EmulatorHost emulator, TempFolder folder)
    {
        string shown = text
            .Replace(emulator.Address.AbsoluteUri, "http://emulator/", StringComparison.Ordinal)
            .Replace(emulator.Address.Authority, "emulator", StringComparison.Ordinal)
            .Replace(folder.Path, "FOLDER", StringComparison.Ordinal);
        shown = Seconds().Replace(shown, "(0s/");
        return string.Join('\n', RequestId().Replace(shown, "REQUEST-ID").Split('\n').Select(line => line.TrimEnd()));
    }

    [GeneratedRegex(@"\([0-9]+s/")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")]
    private static partial Regex RequestId();
}
