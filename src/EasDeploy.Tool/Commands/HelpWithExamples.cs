using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;

namespace EasDeploy.Tool.Commands;

/// <summary>The usual help under the name people type, then the verb's examples.</summary>
/// <param name="width">Columns; help for a file is not wider than help for a person.</param>
internal sealed class HelpWithExamples(int width) : SynchronousCommandLineAction
{
    private const string Typed = "dotnet eas";
    private const int Widest = 120;

    private readonly HelpAction _usual = new() { MaxWidth = Math.Min(width, Widest) };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        InvocationConfiguration configuration = parseResult.InvocationConfiguration;
        TextWriter output = configuration.Output;
        using StringWriter help = new(CultureInfo.InvariantCulture);
        configuration.Output = help;
        int code = _usual.Invoke(parseResult);
        configuration.Output = output;

        // The program is called after its file, dotnet-eas or the host of a test.
        output.WriteLine(help.ToString().Replace($"\n  {RootCommand.ExecutableName}", $"\n  {Typed}", StringComparison.Ordinal).TrimEnd());
        if (parseResult.CommandResult.Command is EasVerb { Examples.IsEmpty: false } verb)
        {
            output.WriteLine();
            output.WriteLine("Examples:");
            foreach (string example in verb.Examples)
            {
                output.WriteLine("  " + example);
            }
        }

        return code;
    }
}
