using System.CommandLine;
using System.Text.RegularExpressions;
using EasDeploy.Aliyun;
using EasDeploy.Execution;

namespace EasDeploy.Tool.Commands;

/// <summary>Command lines of this tool for a person to paste: they reach the same cloud, wherever this run took it from.</summary>
internal static partial class CommandText
{
    /// <param name="services">What the verbs of the engine are given: paths, quoted where needed.</param>
    /// <param name="policy">Options all of them take, each with a blank before it.</param>
    /// <param name="record">Option of those that leave a record, with a blank before it.</param>
    public static NextCommands After(string services, CloudAccess access, string policy = "", string record = "")
    {
        string options = policy + Options(access);
        return new NextCommands(
            name => $"dotnet eas status {name}{Options(access)}",
            $"dotnet eas resume {services}{record}{options}",
            $"dotnet eas rollback {services}{options}",
            $"dotnet eas deploy {services}{record}{options}")
        {
            LookDeeper = name => [$"dotnet eas events {name}{Options(access)}", $"dotnet eas logs {name}{Options(access)}"],
        };
    }

    /// <summary>Each option with a blank before it; what the environment or the profile says is not repeated.</summary>
    public static string Options(CloudAccess access) => string.Concat(
        Option("--region", access.Region),
        Option("--profile", access.Profile),
        Option("--endpoint", access.Endpoint),
        Option("--transport", access.Transport == TransportChoice.Auto ? "" : access.Transport.ToString().ToLowerInvariant()),
        access.Emulator ? " --emulator" : "");

    /// <summary>These options as they were typed, each with a blank before it.</summary>
    public static string Options(ParseResult parsed, params IEnumerable<Option> options) => string.Concat(options
        .Select(option => (option.Name, Result: parsed.GetResult(option)))
        .Where(given => given.Result is { Implicit: false })
        .Select(given => $" {given.Name}{string.Concat(given.Result!.Tokens.Select(token => " " + Quoted(token.Value)))}"));

    public static string Quoted(string value) => Plain().IsMatch(value) ? value : $"\"{value}\"";

    private static string Option(string name, string value) => value.Length == 0 ? "" : $" {name} {Quoted(value)}";

    [GeneratedRegex(@"^[\w./:=%+@\\,-]+$")]
    private static partial Regex Plain();
}
