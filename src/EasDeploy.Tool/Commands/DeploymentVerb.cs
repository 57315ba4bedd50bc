using System.CommandLine;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Tool.Deploying;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary>What the verbs of the engine have in common: the services of documents or of a project, their policy, the cloud.</summary>
internal static class DeploymentVerb
{
    /// <param name="description">Of the paths.</param>
    /// <param name="record">The option that names the folder of the record; null = the verb leaves none.</param>
    /// <param name="run">Called once the text has no error and the cloud is open.</param>
    public static void Fill(
        EasVerb command, ToolConsole console, string description, Option? record, Func<DeploymentRun, OutputForm, ParseResult, CancellationToken, Task<int>> run)
    {
        Argument<string[]> paths = new("path") { Description = description, Arity = ArgumentArity.OneOrMore };
        PolicyOptions policy = new();
        OutputOption output = new();
        CloudOptions cloud = new();
        command.Add(paths);
        policy.AddTo(command);
        command.Add(output);
        cloud.AddTo(command);
        command.Runs(console, async (parsed, ct) =>
        {
            ServicesToDeploy wanted = await DeploymentSources.ReadAsync(parsed.GetValue(paths)!, cloud, policy, parsed, ct);
            foreach (Diagnostic finding in wanted.Findings)
            {
                console.WriteFinding(finding);
            }

            if (wanted.HasErrors)
            {
                return ExitCode.DiagnosticsSayNo;
            }

            NextCommands next = CommandText.After(
                string.Join(' ', parsed.GetValue(paths)!.Select(CommandText.Quoted)),
                wanted.Access,
                CommandText.Options(parsed, policy.All),
                record is null ? "" : CommandText.Options(parsed, record));
            using DeploymentRun opened = await DeploymentRun.OpenAsync(wanted, next, console, ct);
            return await run(opened, parsed.GetValue(output), parsed, ct);
        });
    }
}
