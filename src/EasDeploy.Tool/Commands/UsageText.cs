using System.CommandLine;
using System.CommandLine.Parsing;
using EasDeploy.Diagnostics;

namespace EasDeploy.Tool.Commands;

/// <summary>What is wrong with a command line, for people: without the names of our types, and on one line.</summary>
internal static class UsageText
{
    private const int LongestWords = 300;

    public static Diagnostic Of(ParseError error, Command command)
    {
        string help = command is RootCommand ? "dotnet eas --help" : $"dotnet eas {string.Join(' ', PathOf(command))} --help";
        return ToolDiagnostics.WrongUsage.At(SourceLocation.None, Words(error, command).TrimEnd('.').Shown(LongestWords), help);
    }

    private static string Words(ParseError error, Command command) => error.SymbolResult switch
    {
        // The library names the .NET type here, which nobody can type.
        OptionResult { Option: var option, Tokens: [var token, ..] } when error.Message.Contains(TypeName(option), StringComparison.Ordinal) =>
            $"'{token.Value}' is no value of {option.Name}: it takes {Taken(option)}",
        CommandResult { Command.Subcommands.Count: > 0 } when command.Subcommands.Count > 0 && error.Message.StartsWith("Required command", StringComparison.Ordinal) =>
            $"a verb is missing: one of {string.Join(", ", command.Subcommands.Select(verb => verb.Name))}",
        _ => string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
    };

    private static string Taken(Option option) =>
        option.HelpName is { } words && words.Contains('|', StringComparison.Ordinal) ? words.Replace("|", ", ", StringComparison.Ordinal)
        : option.ValueType == typeof(ushort) ? "a number from 0 to 65535" : "a whole number";

    private static string TypeName(Option option) => (Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType).FullName!;

    private static IEnumerable<string> PathOf(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand
        ? [.. PathOf(parent), command.Name]
        : [command.Name];
}
