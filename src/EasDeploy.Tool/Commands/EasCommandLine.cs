using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary>The whole command line <c>dotnet eas</c>.</summary>
internal static class EasCommandLine
{
    /// <summary>Longer than any answer under way takes to be given up; a second Ctrl+C ends at once.</summary>
    private static readonly TimeSpan s_endLimit = TimeSpan.FromSeconds(30);

    /// <param name="arguments">Only the verb they name gets its options; null = every verb does, and so with a directive such as <c>[suggest]</c>.</param>
    public static RootCommand Create(ToolConsole console, string[]? arguments = null)
    {
        RootCommand root = new("Deploys and operates AI model services on Alibaba Cloud PAI-EAS, as 'dotnet build' and 'dotnet publish' do with EasDeploy.Build.");
        bool isWhole = arguments is null || (arguments.Length > 0 && arguments[0].StartsWith('['));
        foreach (VerbEntry verb in VerbEntry.All)
        {
            root.Add(isWhole || arguments!.Contains(verb.Name, StringComparer.Ordinal) ? verb.Create(console) : verb.Outline());
        }

        root.Options.OfType<HelpOption>().Single().Action = new HelpWithExamples(console.Width);
        return root;
    }

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, ToolConsole console, CancellationToken ct = default)
    {
        // '@file' is what invoke sends, not more arguments.
        ParseResult parsed = Create(console, arguments).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction && arguments.Length > 0)
        {
            foreach (ParseError error in parsed.Errors)
            {
                console.WriteFinding(UsageText.Of(error, parsed.CommandResult.Command));
            }

            return ExitCode.WrongUsage;
        }

        int code = await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = s_endLimit,
                Output = console.Out,
                Error = console.Error,
            },
            ct);
        return parsed.Errors.Count > 0 ? ExitCode.WrongUsage : code;
    }
}
