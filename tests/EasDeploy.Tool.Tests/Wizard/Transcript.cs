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
/// <c># | TEXT</c> lines writes a file. Then come commands: <c>$ dotnet eas new …</c> with the screen, in it the typed lines as <c>&gt; </c>, and the exit
/// code; or <c>$ cat FILE</c> with what the file holds.
/// </summary>
internal sealed partial class Transcript(string text)
{
    private const string Wizard = "$ dotnet eas ";
    private const string Show = "$ cat ";
    public const string RegionChange = "region ";
    public const string PaceChange = "pace ";
    private readonly string[] _lines = text.Split('\n');

    private IEnumerable<string> Scene => _lines.TakeWhile(line => line.StartsWith('#'));

    /// <summary>Region the emulator serves.</summary>
    public string Region => CloudChanges.FirstOrDefault(change => change.StartsWith(RegionChange, StringComparison.Ordinal))?[RegionChange.Length..] ?? "cn-hangzhou";

    /// <summary>How fast its services move.</summary>
    public string Pace => CloudChanges.FirstOrDefault(change => change.StartsWith(PaceChange, StringComparison.Ordinal))?[PaceChange.Length..] ?? "instant";

    /// <summary>Names of what is different about the emulator.</summary>
    public IEnumerable<string> CloudChanges => Scene.Where(line => line.StartsWith("# cloud: ", StringComparison.Ordinal)).Select(line => line["# cloud: ".Length..]);

    /// <summary>Runs every command against one emulator, in one folder.</summary>
    /// <returns>The transcript as it came out, ready to be compared with the file.</returns>
    public async Task<string> RunAsync(EmulatorHost emulator, TempFolder folder, CancellationToken ct)
    {
        WriteFiles(folder);
        StringBuilder shown = new();
        foreach (string line in Scene)
        {
            shown.Append(line).Append('\n');
        }

        string command = "";
        StringBuilder typed = new();
        foreach (string line in _lines.SkipWhile(line => line.StartsWith('#')).Append("$"))
        {
            if (line.StartsWith('$'))
            {
                shown.Append(await RunAsync(command, typed.ToString(), emulator, folder, ct));
                (command, _) = (line, typed.Clear());
            }
            else if (line.StartsWith("> ", StringComparison.Ordinal) || line == ">")
            {
                typed.Append(line.Length > 2 ? line[2..] : "").Append('\n');
            }
        }

        return shown.ToString();
    }

    private static async Task<string> RunAsync(string command, string typed, EmulatorHost emulator, TempFolder folder, CancellationToken ct)
    {
        if (command.StartsWith(Show, StringComparison.Ordinal))
        {
            return $"{command}\n{Normalised(await File.ReadAllTextAsync(folder[command[Show.Length..]], ct), emulator, folder)}";
        }

        if (!command.StartsWith(Wizard, StringComparison.Ordinal))
        {
            return "";
        }

        using StringReader input = new(typed);
        using StringWriter output = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using StringWriter error = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        ToolConsole console = new() { In = input, Out = TextWriter.Synchronized(output), Error = TextWriter.Synchronized(error), Width = 80 };
        CredentialPlaces places = new(name => name == "EAS_HOME" ? folder["state"] : null, folder.Path);
        string[] arguments = [.. command[Wizard.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries), "--endpoint", emulator.Address.AbsoluteUri];
        EasVerb wizard = new("new", "");
        NewCommand.Fill(wizard, console, places, folder.Path);
        ParseResult parsed = new RootCommand { wizard }.Parse(arguments);
        int ended = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = error }, ct);
        int code = parsed.Errors.Count > 0 ? ExitCode.WrongUsage : ended;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{command}\n{Normalised(output.ToString(), emulator, folder)}{Normalised(error.ToString(), emulator, folder)}(exit code {code})\n");
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
        shown = InstanceName().Replace(Time().Replace(shown, "TIME"), "-INSTANCE");
        return string.Join('\n', RequestId().Replace(shown, "REQUEST-ID").Split('\n').Select(line => line.TrimEnd()));
    }

    [GeneratedRegex(@"\([0-9]+s/")]
    private static partial Regex Seconds();

    [GeneratedRegex("(?<=[a-z]-chat)-[a-z0-9]{6}(?=-[0-9])")]
    private static partial Regex InstanceName();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:]{8}Z?")]
    private static partial Regex Time();

    [GeneratedRegex(@"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")]
    private static partial Regex RequestId();
}
