using System.CommandLine;
using System.CommandLine.Help;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary>The whole command line <c>dotnet eas</c>.</summary>
internal static class EasCommandLine
{
    /// <summary>Longer than any answer under way takes to be given up; a second Ctrl+C ends at once.</summary>
    private static readonly TimeSpan s_endLimit = TimeSpan.FromSeconds(30);

    public static RootCommand Create(ToolConsole console)
    {
        RootCommand root = new("Deploys and operates AI model services on Alibaba Cloud PAI-EAS, as 'dotnet build' and 'dotnet publish' do with EasDeploy.Build.")
        {
            NewCommand.Create(console, CredentialPlaces.OfThisProcess, Environment.CurrentDirectory),
            CheckCommand.Create(console),
            DeployCommand.Create(console),
            StatusCommand.Create(console),
            EventsCommand.Create(console),
            LogsCommand.Create(console),
            InvokeCommand.Create(console),
            TokenCommand.Create(console),
            SwitchCommand.Stop(console),
            SwitchCommand.Start(console),
            SwitchCommand.Delete(console),
            ListCommand.Create(console),
            DoctorCommand.Create(console),
            SchemaCommand.Create(console),
            ExplainCommand.Create(console),
            EmulatorCommand.Create(console),
        };
        root.Options.OfType<HelpOption>().Single().Action = new HelpWithExamples(console.Width);
        return root;
    }

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, ToolConsole console, CancellationToken ct = default)
    {
        // '@file' is what invoke sends, not more arguments.
        ParseResult parsed = Create(console).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
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
