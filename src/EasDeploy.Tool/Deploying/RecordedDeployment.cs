using System.Collections.Immutable;
using System.CommandLine;
using EasDeploy.Aliyun.Deployments;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Deploying;

/// <summary>Deploys, and leaves behind what a build does: <c>&lt;name&gt;/deployment.json</c> and the diagnosis of a failure.</summary>
internal sealed class RecordedDeployment(ToolConsole console)
{
    public Option<string> Folder { get; } = new("--out")
    {
        Description = "Folder that gets <name>/deployment.json, and <name>/diagnosis after a failure. "
            + "Default: the project's output; for files eas in this folder.",
        HelpName = "folder",
    };

    /// <summary>True = goes on with what is under way, starts nothing anew.</summary>
    public bool IsResume { get; init; }

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="StoppedException">EAS8007: a record cannot be written; nothing has been sent.</exception>
    public async Task<int> RunAsync(DeploymentRun run, OutputForm form, ParseResult parsed, CancellationToken ct)
    {
        string target = parsed.GetValue(Folder) is { } given ? Path.GetFullPath(given, console.Folder) : run.OutputPath;
        DeploymentFiles files = new(target, run.Surroundings.Region, run.IsEmulated);
        try
        {
            files.Begin(run.Services);
        }
        catch (Exception wrong) when (IsUnwritable(wrong))
        {
            throw new StoppedException(ExitCode.WrongUsage, CannotWrite(target, wrong));
        }

        ImmutableArray<DeploymentResult> results = await new ServicesDeployment(run.Cloud, run.Cloud, run.Surroundings, run.Progress)
        {
            Ended = result => Record(files, target, result, run.Progress),
            IsResume = IsResume,
            Plans = run.Plans,
        }.RunAsync(run.Services, ct);
        DeploymentOutput.Write(console, form, results, run.Surroundings.Region, run.IsEmulated);
        return DeploymentOutput.CodeOf(results);
    }

    // One file that cannot be written must not end the other deployments.
    private static void Record(DeploymentFiles files, string target, DeploymentResult result, ProgressLines progress)
    {
        try
        {
            if (files.End(result) is { } summary)
            {
                progress.Report(new DeploymentProgress(result.ServiceName, $"Diagnosis: {summary}"));
            }
        }
        catch (Exception wrong) when (IsUnwritable(wrong))
        {
            progress.Report(new DeploymentProgress(result.ServiceName, "", CannotWrite(target, wrong)));
        }
    }

    private static bool IsUnwritable(Exception wrong) => wrong is IOException or UnauthorizedAccessException;

    private static Diagnostic CannotWrite(string target, Exception wrong) =>
        BuildDiagnostics.CannotWrite.At(SourceLocation.None, target.Shown(), wrong.Message.TrimEnd('.').Shown(200));
}
